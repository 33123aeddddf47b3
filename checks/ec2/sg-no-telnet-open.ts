import { subsetOf } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-telnet-open',
  title: 'The security group opens no Telnet to the Internet',
  severity: 'critical',
  responsibility: 'ec2.network-configuration',
  controls: {
    'aws-fsbp': { 'EC2.19': subsetOf('the port of Telnet is one of the 24 of the control') },
  },
  why: 'Telnet gives a shell for a password that it sends as plain text; worms try it within minutes.',
  fix: 'Turn Telnet off, use Systems Manager Session Manager or SSH from named networks, and delete the inbound rules that open port 23 to all addresses.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 22, family: 'cidr_ipv4', source: '198.51.100.0/24' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { ports: ['23'] },
  meanings: { ports: 'the TCP ports of Telnet: single ones or ranges' },
  items: { ports: portItems },

  evaluate: (group, context) => judgeServicePorts(group, context, { tcp: context.params.ports }),
});
