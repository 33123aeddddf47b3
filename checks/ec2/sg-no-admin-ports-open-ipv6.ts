import { equal, intersectsWith } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeAdminPorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-admin-ports-open-ipv6',
  title: 'The security group opens no port for administration to the IPv6 Internet',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'cis-aws-5.0': { '5.4': equal },
    'cis-aws-6.0': { '6.4': equal },
    'cis-aws-7.0': { '6.4': equal },
    'aws-security-hub': {
      'EC2.13': intersectsWith(
        'the control asks for port 22 over both families; this is IPv6, and port 3389 too',
      ),
      'EC2.14': intersectsWith(
        'the control asks for port 3389 over both families; this is IPv6, and port 22 too',
      ),
      'EC2.54': equal,
    },
  },
  why: 'A rule for all of IPv6 opens a port for administration as widely as one for all of IPv4, and is easily forgotten beside it.',
  fix: 'Delete the inbound IPv6 rules that open the port to all addresses, and let in only the prefixes that need it.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 22, family: 'cidr_ipv6', source: '2001:db8:1234::/48' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { ports: ['22', '3389'] },
  meanings: { ports: 'the ports for administration: single ones or ranges such as 5985-5986' },
  items: { ports: portItems },

  evaluate: (group, context) => judgeAdminPorts(group, context, 'ipv6', context.params.ports),
});
