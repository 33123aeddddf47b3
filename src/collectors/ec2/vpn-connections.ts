/** Site-to-Site VPN connections and their tunnels. */
import type { TunnelOption } from '@aws-sdk/client-ec2';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource } from './ec2-resource.ts';
import { DescribeVpnConnections } from './operations.ts';

export interface VpnConnection extends Resource {
  /** Whether each tunnel is up, by its outside address. */
  readonly tunnels: Observed<readonly TunnelState[]>;
  readonly options: Observed<readonly TunnelOptions[]>;
}

export interface TunnelState {
  readonly address: string;
  readonly isUp: boolean;
}

export interface TunnelOptions {
  readonly address: string;
  /** Whether what happens on the tunnel goes to CloudWatch Logs. */
  readonly isLogged: boolean;
  /** Versions of IKE that the tunnel may be negotiated with. */
  readonly ike: readonly ('ikev1' | 'ikev2')[];
}

const leaving: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const vpnConnections = defineCollector({
  id: 'vpc.vpn-connections',
  service: 'vpc',
  scope: 'regional',
  recordedAs: ['AWS::EC2::VPNConnection'],
  calls: [DescribeVpnConnections],
  gather: (aws) =>
    aws.list(
      DescribeVpnConnections,
      {},
      'VpnConnections',
      (connection, members): VpnConnection | readonly VpnConnection[] => {
        const { must, observe } = members;
        const id = must(connection, 'VpnConnectionId');
        if (leaving.has(must(connection, 'State'))) return [];
        return {
          ...ec2Resource(aws, 'vpn-connection', 'AWS::EC2::VPNConnection', id),
          tunnels: observe(() =>
            must(connection, 'VgwTelemetry').map((tunnel) => ({
              address: must(tunnel, 'OutsideIpAddress'),
              isUp: oneOf(must(tunnel, 'Status'), ['UP', 'DOWN'], members) === 'UP',
            })),
          ),
          options: observe(() =>
            must(must(connection, 'Options'), 'TunnelOptions').map((tunnel) =>
              optionsOf(tunnel, members),
            ),
          ),
        };
      },
    ),
});

/**
 * EC2 leaves out what has its default: EC2 API reference, "CloudWatchLogOptions" (off) and Site-to-Site VPN user guide,
 * "Tunnel options" (both versions of IKE).
 */
function optionsOf(tunnel: TunnelOption, members: Members): TunnelOptions {
  const versions = (tunnel.IkeVersions ?? []).map((version) =>
    oneOf(members.must(version, 'Value'), ['ikev1', 'ikev2'], members),
  );
  return {
    address: members.must(tunnel, 'OutsideIpAddress'),
    isLogged: tunnel.LogOptions?.CloudWatchLogOptions?.LogEnabled === true,
    ike: versions.length === 0 ? ['ikev1', 'ikev2'] : versions,
  };
}
