import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { clientVpnEndpoints } from '../../src/collectors/ec2/client-vpn-endpoints.ts';

export default defineCheck({
  id: 'vpc-client-vpn-logging',
  title: 'The Client VPN endpoint records who connects',
  severity: 'low',
  responsibility: 'vpc.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'EC2.51': equal } },
  why: 'Whoever comes through the endpoint is inside the network; without a record nobody can tell who it was, and when.',
  fix: 'Turn connection logging on, into a log group with a retention that you decided on.',
  link: 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html',
  remedy: {
    console:
      'VPC, Client VPN endpoints, the endpoint, Actions, Modify Client VPN endpoint, Enable log details on client connections.',
    cli: `aws ec2 modify-client-vpn-endpoint --client-vpn-endpoint-id ENDPOINT \\
  --connection-log-options Enabled=true,CloudwatchLogGroup=LOG_GROUP`,
    terraform: `resource "aws_ec2_client_vpn_endpoint" "this" {
  connection_log_options {
    enabled              = true
    cloudwatch_log_group = aws_cloudwatch_log_group.vpn.name
  }
  # …
}`,
  },

  evaluates: clientVpnEndpoints,

  evaluate({ logsConnections }, { read }) {
    return read(logsConnections)
      ? pass('connections are logged')
      : fail('connections are not logged');
  },
});
