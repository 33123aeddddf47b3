import { equal, intersectsWith } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeAdminPorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-admin-ports-open-ipv4',
  title: 'The security group opens no port for administration to the IPv4 Internet',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'cis-aws-5.0': { '5.3': equal },
    'cis-aws-6.0': { '6.3': equal },
    'cis-aws-7.0': { '6.3': equal },
    'aws-security-hub': {
      'EC2.13': intersectsWith(
        'the control asks for port 22 over both families; this is IPv4, and port 3389 too',
      ),
      'EC2.14': intersectsWith(
        'the control asks for port 3389 over both families; this is IPv4, and port 22 too',
      ),
      'EC2.53': equal,
    },
  },
  why: 'Ports for remote administration that the whole Internet reaches are found within minutes and tried with stolen and guessed passwords.',
  fix: 'Delete the inbound rules that open the port to all addresses, and connect with Systems Manager Session Manager or EC2 Instance Connect Endpoint, or from the few addresses that need it.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 22, family: 'cidr_ipv4', source: '198.51.100.0/24' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { ports: ['22', '3389'] },
  meanings: { ports: 'the ports for administration: single ones or ranges such as 5985-5986' },
  items: { ports: portItems },

  evaluate: (group, context) => judgeAdminPorts(group, context, 'ipv4', context.params.ports),
});
