import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { vpnConnections } from '../../src/collectors/ec2/vpn-connections.ts';

export default defineCheck({
  id: 'vpc-vpn-tunnels-up',
  title: 'Both tunnels of the VPN connection are up',
  severity: 'medium',
  responsibility: 'vpc.availability-and-resilience',
  controls: { 'aws-fsbp': { 'EC2.20': equal } },
  why: 'AWS takes each tunnel down for maintenance from time to time; with one tunnel alone the network behind it is then cut off.',
  fix: 'See why the tunnel is down in its logs and in those of your own device, and set the device up for both tunnels.',
  link: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
  remedy: {
    console:
      'VPC, Site-to-Site VPN connections, the connection, Tunnel details; Download configuration for the device.',
    cli: `aws ec2 describe-vpn-connections --vpn-connection-ids CONNECTION --query 'VpnConnections[].VgwTelemetry'`,
  },

  evaluates: vpnConnections,

  evaluate({ tunnels }, { read }) {
    const all = read(tunnels);
    const down = all.filter(({ isUp }) => !isUp).map(({ address }) => address);
    if (down.length > 0) return fail(`down: ${down.join(', ')}`);
    return all.length < 2 ? fail('it has fewer than two tunnels') : pass('both tunnels are up');
  },
});
