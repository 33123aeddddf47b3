import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-ldap-open',
  title: 'The security group opens no LDAP directory to the Internet',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'nist-800-53-r5': servesNist(
      'directories are one of the services that boundary protection keeps in',
      'AC-4',
      'CM-7',
      'SC-7',
      'SC-7(5)',
    ),
  },
  why: 'A directory lists people, groups and hosts and takes passwords; over UDP it also serves attackers to flood others.',
  fix: 'Delete the inbound rules that open the ports of LDAP to all addresses, and let in the networks of the hosts that sign people in.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 636, family: 'cidr_ipv4', source: '10.0.0.0/16' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { tcpPorts: ['389', '636', '3268-3269'], udpPorts: ['389'] },
  meanings: {
    tcpPorts: 'the TCP ports of LDAP and of the global catalog: single ones or ranges',
    udpPorts: 'the same over UDP',
  },
  items: { tcpPorts: portItems, udpPorts: portItems },

  evaluate: (group, context) => {
    const { tcpPorts: tcp, udpPorts: udp } = context.params;
    return judgeServicePorts(group, context, { tcp, udp }, 'high');
  },
});
