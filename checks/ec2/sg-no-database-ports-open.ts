import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { bothFamilies, judgeOpenPorts } from '../../src/reasoning/exposure/group.ts';
import type { PortQuery } from '../../src/network/exposure.ts';
import { databasePorts, parsePorts } from '../../src/network/port-names.ts';

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

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: {
    tcpPorts: databasePorts('tcp'),
    udpPorts: databasePorts('udp'),
  },

  evaluate(group, context) {
    const { tcpPorts, udpPorts } = context.params;
    const queries = bothFamilies.flatMap((family): PortQuery[] => [
      { family, protocols: ['tcp'], ports: parsePorts(tcpPorts) },
      { family, protocols: ['udp'], ports: parsePorts(udpPorts) },
    ]);
    return judgeOpenPorts(group, context, queries);
  },
});
