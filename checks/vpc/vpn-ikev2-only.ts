import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { vpnConnections } from '../../src/collectors/ec2/vpn-connections.ts';

export default defineCheck({
  id: 'vpc-vpn-ikev2-only',
  title: 'The tunnels of the VPN connection are negotiated with IKEv2 only',
  severity: 'medium',
  responsibility: 'vpc.encryption-in-transit',
  controls: { 'aws-fsbp': { 'EC2.183': equal } },
  why: 'IKEv1 is withdrawn (RFC 9395): it allows weak ciphers and gives away a pre-shared key to whoever can guess it offline.',
  fix: 'Let the device at your end use IKEv2, then allow each tunnel IKEv2 alone.',
  link: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
  remedy: {
    console:
      'VPC, Site-to-Site VPN connections, the connection, Actions, Modify VPN tunnel options, IKE version: ikev2 alone; for each tunnel.',
    cli: `# the tunnel is down for some minutes: change one after the other
aws ec2 modify-vpn-tunnel-options --vpn-connection-id CONNECTION --vpn-tunnel-outside-ip-address ADDRESS \\
  --tunnel-options '{"IKEVersions":[{"Value":"ikev2"}]}'`,
    terraform: `resource "aws_vpn_connection" "this" {
  tunnel1_ike_versions = ["ikev2"]
  tunnel2_ike_versions = ["ikev2"]
  # …
}`,
  },

  evaluates: vpnConnections,

  evaluate({ options }, { read }) {
    const all = read(options);
    const old = all.filter(({ ike }) => ike.includes('ikev1')).map(({ address }) => address);
    if (old.length > 0) return fail(`IKEv1 is accepted by ${old.join(', ')}`);
    return all.length === 0
      ? fail('no tunnel is limited to IKEv2')
      : pass('IKEv2 alone is accepted');
  },
});
