import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-cifs-open',
  title: 'The security group opens no Windows file sharing (SMB) to the Internet',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: {
    'cis-aws-5.0': { '5.1.2': equal },
    'cis-aws-6.0': { '6.1.2': equal },
    'cis-aws-7.0': { '6.1.2': equal },
    'nist-800-53-r5': servesNist(
      'file sharing is one of the services that boundary protection keeps in',
      'AC-4',
      'CM-7',
      'SC-7',
      'SC-7(5)',
    ),
  },
  why: 'File shares on the Internet are a way in for worms and ransomware; SMB is not made to be reached from there.',
  fix: 'Delete the inbound rules that open port 445 to all addresses, and reach shares over a VPN or from named networks.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 445, family: 'cidr_ipv4', source: '198.51.100.0/24' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  // NetBIOS, over which old systems share files, is judged in strict mode.
  params: { strict: false },
  meanings: { strict: 'whether NetBIOS (TCP 139, UDP 137-138) is judged too' },

  evaluate(group, context) {
    const { strict } = context.params;
    return judgeServicePorts(group, context, {
      tcp: strict ? ['139', '445'] : ['445'],
      udp: strict ? ['137-138'] : [],
    });
  },
});
