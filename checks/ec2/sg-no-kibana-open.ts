import { subsetOf } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-kibana-open',
  title: 'The security group opens no Kibana to the Internet',
  severity: 'critical',
  responsibility: 'ec2.network-configuration',
  controls: {
    'aws-fsbp': { 'EC2.19': subsetOf('the port of Kibana is one of the 24 of the control') },
  },
  why: 'Kibana shows and changes all that its search index holds, and older versions ask for no password and have flaws that run code.',
  fix: 'Put Kibana or OpenSearch Dashboards behind a load balancer that signs people in, and delete the inbound rules that open its port to all addresses.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 5601, family: 'cidr_ipv4', source: '198.51.100.0/24' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { ports: ['5601'] },
  meanings: { ports: 'the TCP ports of Kibana: single ones or ranges' },
  items: { ports: portItems },

  evaluate: (group, context) => judgeServicePorts(group, context, { tcp: context.params.ports }),
});
