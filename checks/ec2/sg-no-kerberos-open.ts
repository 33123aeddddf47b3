import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-kerberos-open',
  title: 'The security group opens no Kerberos service to the Internet',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'nist-800-53-r5': servesNist(
      'sign-in services are one of what boundary protection keeps in',
      'AC-4',
      'CM-7',
      'SC-7',
      'SC-7(5)',
    ),
  },
  why: 'A Kerberos service that everybody reaches lets everybody guess passwords and ask for tickets to crack at home.',
  fix: 'Delete the inbound rules that open the ports of Kerberos to all addresses, and let in the networks of the domain alone.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 88, family: 'cidr_ipv4', source: '10.0.0.0/16' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { tcpPorts: ['88', '464', '749'], udpPorts: ['88', '464'] },
  meanings: {
    tcpPorts:
      'the TCP ports of Kerberos, of its password changes and of its administration: single ones or ranges',
    udpPorts: 'the same over UDP',
  },
  items: { tcpPorts: portItems, udpPorts: portItems },

  evaluate: (group, context) => {
    const { tcpPorts: tcp, udpPorts: udp } = context.params;
    return judgeServicePorts(group, context, { tcp, udp }, 'high');
  },
});
