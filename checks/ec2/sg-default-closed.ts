import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { interfacesByVpc, networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';
import { defaultSecurityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { failWhen } from '../../src/judge/fail-when.ts';

export default defineCheck({
  id: 'ec2-sg-default-closed',
  title: 'The default security group of the VPC has no rules',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'cis-aws-5.0': { '5.5': equal },
    'cis-aws-6.0': { '6.5': equal },
    'cis-aws-7.0': { '6.5': equal },
    'aws-fsbp': { 'EC2.2': equal },
  },
  why: 'Whatever is launched without naming a group gets the default one, so each of its rules opens resources that nobody decided to open.',
  fix: 'Move what uses the default group to groups of its own, then delete all inbound and outbound rules of the default group.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
  remedy: {
    console: 'VPC, Security groups, the default group: delete all inbound and all outbound rules.',
    cli: `# what uses the group loses its traffic: give it another group first
aws ec2 describe-network-interfaces --filters Name=group-id,Values=GROUP
aws ec2 describe-security-group-rules --filters Name=group-id,Values=GROUP \\
  --query 'SecurityGroupRules[].[SecurityGroupRuleId,IsEgress]' --output text
aws ec2 revoke-security-group-ingress --group-id GROUP --security-group-rule-ids RULES
aws ec2 revoke-security-group-egress --group-id GROUP --security-group-rule-ids RULES`,
    terraform: `# without rules Terraform removes all of them
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
}`,
  },

  evaluates: defaultSecurityGroups,
  needs: { interfaces: networkInterfaces },

  evaluate(group, { read, interfaces }) {
    const verdict = failWhen(
      {
        'it has inbound rules': () => read(group.ingress).length > 0,
        'it has outbound rules': () => read(group.egressRules) > 0,
      },
      'it has no inbound and no outbound rules',
    );
    if (verdict.outcome !== 'fail') return verdict;
    const isVpcInUse = ifKnown(() => {
      return read.some(interfacesByVpc(interfaces, read(group.vpcId)), () => true);
    });
    if (isVpcInUse !== false) return verdict;
    const reasons = [...verdict.reasons, 'the VPC is not in use: no network interface is in it'];
    return {
      ...verdict,
      reasons,
      severity: { is: 'low', because: 'the VPC is not in use' },
      latent: true,
    };
  },
});
