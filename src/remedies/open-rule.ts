/** How an inbound rule that is open too wide is deleted, or narrowed to what is needed. */
import type { Remedy } from '../judge/check.ts';

/** The rule that may stand. */
interface Rule {
  readonly port: number;
  readonly family: 'cidr_ipv4' | 'cidr_ipv6';
  readonly source: string;
}

export function narrowRule({ port, family, source }: Rule): Remedy {
  return {
    console:
      'EC2, Security Groups, the group, Inbound rules, Edit inbound rules: delete the rule, or narrow its source.',
    cli: `aws ec2 describe-security-group-rules --filters Name=group-id,Values=GROUP
aws ec2 revoke-security-group-ingress --group-id GROUP --security-group-rule-ids RULE`,
    terraform: `resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id = aws_security_group.this.id
  ip_protocol       = "tcp"
  from_port         = ${port}
  to_port           = ${port}
  ${family}         = "${source}"
}`,
  };
}
