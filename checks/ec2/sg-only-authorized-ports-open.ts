import { equal } from '../../src/frameworks/relation.ts';
import { narrowRule } from '../../src/remedies/open-rule.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { portItems } from '../../src/network/port-names.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { judgeOtherPorts } from '../../src/reasoning/exposure/group.ts';

const none: readonly string[] = [];

export default defineCheck({
  id: 'ec2-sg-only-authorized-ports-open',
  title: 'The security group opens no other ports to the Internet than those that are authorized',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.18': equal } },
  why: 'Every port that everybody reaches is one more program that must withstand everybody; few besides web servers are meant to.',
  fix: 'Delete the inbound rules that open other ports to all addresses, put a load balancer in front of what serves the public, or name the ports that are meant to be public in the parameters.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  remedy: narrowRule({ port: 443, family: 'cidr_ipv4', source: '0.0.0.0/0' }),

  evaluates: securityGroups,
  needs: { ingress: ingressRules, use: securityGroupUse },
  params: { tcpPorts: ['80', '443'], udpPorts: none },
  meanings: {
    tcpPorts: 'the TCP ports that may be open to everybody: single ones or ranges',
    udpPorts: 'the same over UDP',
  },
  items: { tcpPorts: portItems, udpPorts: portItems },

  evaluate: (group, context) => {
    const { tcpPorts: tcp, udpPorts: udp } = context.params;
    return judgeOtherPorts(group, context, { tcp, udp }, 'high');
  },
});
