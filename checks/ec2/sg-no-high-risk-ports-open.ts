import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

/** The ports that Security Hub calls high risk (EC2.19), but for SSH and RDP. */
const ofList =
  '20 21 23 25 110 135 143 445 1433 1434 3000 3306 4333 5000 5432 5500 5601 8080 8088 8888 9200 9300'.split(
    ' ',
  );

export default defineCheck({
  id: 'ec2-sg-no-high-risk-ports-open',
  title: 'The security group opens no port of the high-risk list to the Internet',
  severity: 'critical',
  responsibility: 'ec2.network-configuration',
  controls: {
    'aws-fsbp': {
      'EC2.19': equalWith(
        { ports: [...ofList, '22', '3389'] },
        subsetOf('ports 22 and 3389 have checks of their own'),
      ),
    },
  },
  why: 'Attackers try these ports all over the Internet: what listens there is old, unencrypted, meant for administration or for development, or holds data.',
  fix: 'Delete the inbound rules that open these ports to all addresses, or narrow their source to the networks that need them.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 8080, family: 'cidr_ipv4', source: '198.51.100.0/24' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { ports: ofList },
  meanings: { ports: 'the TCP ports that carry a high risk: single ones or ranges' },
  items: { ports: portItems },

  evaluate: (group, context) => judgeServicePorts(group, context, { tcp: context.params.ports }),
});
