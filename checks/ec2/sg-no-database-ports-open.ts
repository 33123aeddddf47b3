import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';
import { databasePorts, portItems } from '../../src/network/port-names.ts';

export default defineCheck({
  id: 'ec2-sg-no-database-ports-open',
  title: 'The security group opens no port of databases or caches to the Internet',
  severity: 'critical',
  responsibility: 'ec2.network-configuration',
  controls: {
    'aws-fsbp': {
      'EC2.19': intersectsWith(
        'six of the 24 ports of the control are among these, and the other database ports are not among the 24',
      ),
    },
  },
  why: 'Databases and caches belong to the applications in front of them; on the Internet, one weak password or unpatched fault gives all of the data away.',
  fix: 'Let in the security group of the application in place of all addresses, and delete the open rule.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: {
    console:
      'EC2, Security Groups, the group, Inbound rules, Edit inbound rules: delete the rule, or narrow its source.',
    cli: `aws ec2 describe-security-group-rules --filters Name=group-id,Values=GROUP
aws ec2 revoke-security-group-ingress --group-id GROUP --security-group-rule-ids RULE`,
    terraform: `resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id            = aws_security_group.database.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.application.id
}`,
  },

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: {
    tcpPorts: databasePorts('tcp'),
    udpPorts: databasePorts('udp'),
  },
  meanings: {
    tcpPorts: 'the TCP ports of databases and caches, single ones or ranges',
    udpPorts: 'the same over UDP',
  },
  items: { tcpPorts: portItems, udpPorts: portItems },

  evaluate(group, context) {
    const { tcpPorts: tcp, udpPorts: udp } = context.params;
    return judgeServicePorts(group, context, { tcp, udp });
  },
});
