import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-kafka-open',
  title: 'The security group opens no Kafka to the Internet',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'nist-800-53-r5': servesNist(
      'message brokers are one of the services that boundary protection keeps in',
      'AC-4',
      'CM-7',
      'SC-7',
      'SC-7(5)',
    ),
  },
  why: 'A Kafka broker hands every message of its topics to who may connect, and without access control of its own that is everybody.',
  fix: 'Let in the security groups of producers and consumers in place of all addresses, or use the public access of Amazon MSK, which demands TLS and a sign-in.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 9094, family: 'cidr_ipv4', source: '198.51.100.0/24' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { ports: ['9092', '9094', '9096', '9098'] },
  meanings: { ports: 'the TCP ports of Kafka brokers: single ones or ranges' },
  items: { ports: portItems },

  evaluate: (group, context) => judgeServicePorts(group, context, { tcp: context.params.ports }),
});
