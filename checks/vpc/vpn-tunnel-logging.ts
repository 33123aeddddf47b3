import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { vpnConnections } from '../../src/collectors/ec2/vpn-connections.ts';

export default defineCheck({
  id: 'vpc-vpn-tunnel-logging',
  title: 'Both tunnels of the VPN connection write logs',
  severity: 'medium',
  responsibility: 'vpc.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'EC2.171': equal } },
  why: 'Without the logs nobody sees who tried to negotiate a tunnel, and why one failed.',
  fix: 'Turn tunnel activity logs on for both tunnels, into a log group with a retention that you decided on.',
  link: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html',
  remedy: {
    console:
      'VPC, Site-to-Site VPN connections, the connection, Actions, Modify VPN tunnel options, Tunnel activity log Enable; for each tunnel.',
    cli: `# the tunnel is down for some minutes: change one after the other
aws ec2 modify-vpn-tunnel-options --vpn-connection-id CONNECTION --vpn-tunnel-outside-ip-address ADDRESS \\
  --tunnel-options '{"LogOptions":{"CloudWatchLogOptions":{"LogEnabled":true,"LogGroupArn":"LOG_GROUP_ARN","LogOutputFormat":"json"}}}'`,
    terraform: `resource "aws_vpn_connection" "this" {
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = aws_cloudwatch_log_group.vpn.arn
    }
  }
  # … and tunnel2_log_options
}`,
  },

  evaluates: vpnConnections,

  evaluate({ options }, { read }) {
    const all = read(options);
    const silent = all.filter(({ isLogged }) => !isLogged).map(({ address }) => address);
    if (silent.length > 0) return fail(`no logs of ${silent.join(', ')}`);
    return all.length === 0 ? fail('no tunnel writes logs') : pass('every tunnel writes logs');
  },
});
