import { subsetOf } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeServicePorts } from '../../src/reasoning/exposure/group.ts';

export default defineCheck({
  id: 'ec2-sg-no-ftp-open',
  title: 'The security group opens no FTP to the Internet',
  severity: {
    is: 'high',
    because: 'FTP shows passwords and files on the way; that alone lets nobody take over a host',
  },
  responsibility: 'ec2.network-configuration',
  controls: {
    'aws-fsbp': { 'EC2.19': subsetOf('the ports of FTP are two of the 24 of the control') },
  },
  why: 'FTP sends passwords and files as plain text, and servers that all of the Internet reaches are searched for weak passwords day and night.',
  fix: 'Replace FTP by SFTP (AWS Transfer Family or SSH) and delete the inbound rules that open ports 20 and 21 to all addresses.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 21, family: 'cidr_ipv4', source: '198.51.100.0/24' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { ports: ['20-21'] },
  meanings: { ports: 'the TCP ports of FTP: single ones or ranges' },
  items: { ports: portItems },

  evaluate: (group, context) =>
    judgeServicePorts(group, context, { tcp: context.params.ports }, 'high'),
});
