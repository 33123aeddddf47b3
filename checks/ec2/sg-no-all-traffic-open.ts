import { subsetOf } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeAllTraffic } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-all-traffic-open',
  title: 'The security group opens no protocol as a whole to the Internet',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'aws-fsbp': { 'EC2.18': subsetOf('a group that opens single ports but 80 and 443 passes') },
  },
  why: 'A group that lets everything in protects nothing: whatever starts to listen behind it is on the Internet at once.',
  fix: 'Replace the rule by rules for the ports that are meant to be public, and delete it.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 443, family: 'cidr_ipv4', source: '0.0.0.0/0' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },

  evaluate: judgeAllTraffic,
});
