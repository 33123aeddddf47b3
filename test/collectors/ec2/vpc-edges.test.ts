import {
  DescribeClientVpnEndpointsCommand,
  DescribeSubnetsCommand,
  DescribeTransitGatewaysCommand,
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  DescribeVpnConnectionsCommand,
  EC2Client,
  GetSnapshotBlockPublicAccessStateCommand,
  type VpcBlockPublicAccessExclusion,
  type VpcBlockPublicAccessOptions,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { clientVpnEndpoints } from '../../../src/collectors/ec2/client-vpn-endpoints.ts';
import { snapshotBlockPublicAccess } from '../../../src/collectors/ec2/public-snapshots.ts';
import { transitGateways } from '../../../src/collectors/ec2/transit-gateways.ts';
import {
  gatewayBlock,
  vpcBlockExclusions,
  vpcBlockPublicAccess,
} from '../../../src/collectors/ec2/vpc-block-public-access.ts';
import { subnets } from '../../../src/collectors/ec2/vpcs.ts';
import { vpnConnections } from '../../../src/collectors/ec2/vpn-connections.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { account } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);
const { read } = startReading();
const isKnown = (observed: Observed<unknown> | undefined) =>
  observed !== undefined && Observed.open(observed).known;

afterEach(() => {
  ec2.reset();
});

describe('VPC Block Public Access', () => {
  const optionsAre = (fields: VpcBlockPublicAccessOptions) =>
    ec2.on(DescribeVpcBlockPublicAccessOptionsCommand).resolves(
      answer({
        VpcBlockPublicAccessOptions: {
          InternetGatewayBlockMode: 'block-ingress',
          State: 'update-complete',
          ManagedBy: 'account',
          ...fields,
        },
      }),
    );
  const exclusionsAre = (...exclusions: VpcBlockPublicAccessExclusion[]) =>
    ec2
      .on(DescribeVpcBlockPublicAccessExclusionsCommand)
      .resolves(answer({ VpcBlockPublicAccessExclusions: exclusions }));
  const exclusion = (
    id: string,
    fields: VpcBlockPublicAccessExclusion = {},
  ): VpcBlockPublicAccessExclusion => ({
    ExclusionId: `vpcbpa-exclude-${id}`,
    InternetGatewayExclusionMode: 'allow-bidirectional',
    ResourceArn: `arn:aws:ec2:eu-west-1:${account}:subnet/subnet-${id}`,
    State: 'create-complete',
    ...fields,
  });

  it('reads mode, state and who sets it', async () => {
    optionsAre({ State: 'update-in-progress', ManagedBy: 'declarative-policy' });
    const { value } = await gatherFrom(vpcBlockPublicAccess);
    expect(value.items.map(({ options }) => read(options))).toEqual([
      { mode: 'block-ingress', isUpdating: true, isByOrganization: true },
    ]);
    expect(value.items.map(({ managed }) => managed?.by)).toEqual(['organization']);
    optionsAre({});
    const own = await gatherFrom(vpcBlockPublicAccess);
    expect(own.value.items.map(({ managed }) => managed)).toEqual([undefined]);
  });

  it('cannot tell of a mode that is unheard of', async () => {
    optionsAre({});
    ec2
      .on(DescribeVpcBlockPublicAccessOptionsCommand)
      .resolves(
        answer({ VpcBlockPublicAccessOptions: { State: 'default-state', ManagedBy: 'account' } }),
      );
    const { value } = await gatherFrom(vpcBlockPublicAccess);
    expect(value.items.map(({ options }) => isKnown(options))).toEqual([false]);
  });

  it('asks for no exclusions where nothing is blocked', async () => {
    optionsAre({ InternetGatewayBlockMode: 'off' });
    const { value } = await gatherFrom(vpcBlockExclusions);
    expect(value).toMatchObject({ items: [], gaps: [] });
    expect(ec2.commandCalls(DescribeVpcBlockPublicAccessExclusionsCommand)).toEqual([]);
  });

  it('asks for exclusions where the mode could not be read', async () => {
    ec2.on(DescribeVpcBlockPublicAccessOptionsCommand).rejects(fault('UnauthorizedOperation'));
    exclusionsAre(exclusion('1'));
    const { value } = await gatherFrom(vpcBlockExclusions);
    expect(value.items).toHaveLength(1);
  });

  it('keeps the exclusions in force, by what they leave out', async () => {
    optionsAre({});
    exclusionsAre(
      exclusion('1'),
      exclusion('2', { InternetGatewayExclusionMode: 'allow-egress' }),
      exclusion('3', { State: 'delete-complete' }),
      exclusion('4', { State: 'create-failed' }),
      exclusion('5', { State: 'delete-in-progress' }),
    );
    const { value } = await gatherFrom(gatewayBlock);
    const { mode, exclusions } = read(value);
    expect(mode).toBe('block-ingress');
    expect(exclusions.items).toMatchObject([
      { resourceId: 'subnet-1', allowsIngress: true },
      { resourceId: 'subnet-2', allowsIngress: false },
      { resourceId: 'subnet-5', allowsIngress: true },
    ]);
  });
});

describe('vpnConnections', () => {
  it('takes what is left out of the options for its default, and keeps no key', async () => {
    ec2.on(DescribeVpnConnectionsCommand).resolves(
      answer({
        VpnConnections: [
          {
            VpnConnectionId: 'vpn-1',
            State: 'available',
            CustomerGatewayConfiguration: '<pre_shared_key>hush-1</pre_shared_key>',
            VgwTelemetry: [{ OutsideIpAddress: '203.0.113.1', Status: 'DOWN' }],
            Options: {
              TunnelOptions: [
                { OutsideIpAddress: '203.0.113.1', PreSharedKey: 'hush-2' },
                {
                  OutsideIpAddress: '203.0.113.2',
                  IkeVersions: [{ Value: 'ikev2' }],
                  LogOptions: { CloudWatchLogOptions: { LogEnabled: true } },
                },
              ],
            },
          },
          { VpnConnectionId: 'vpn-2', State: 'deleted' },
        ],
      }),
    );
    const { value } = await gatherFrom(vpnConnections);
    const [only, ...others] = value.items;
    expect(others).toEqual([]);
    expect(only && read(only.tunnels)).toEqual([{ address: '203.0.113.1', isUp: false }]);
    expect(only && read(only.options)).toEqual([
      { address: '203.0.113.1', isLogged: false, ike: ['ikev1', 'ikev2'] },
      { address: '203.0.113.2', isLogged: true, ike: ['ikev2'] },
    ]);
    expect(JSON.stringify(value)).not.toContain('hush');
  });

  it('cannot tell where the options or the telemetry are missing', async () => {
    ec2
      .on(DescribeVpnConnectionsCommand)
      .resolves(answer({ VpnConnections: [{ VpnConnectionId: 'vpn-1', State: 'pending' }] }));
    const { value } = await gatherFrom(vpnConnections);
    expect(value.items.map(({ tunnels }) => isKnown(tunnels))).toEqual([false]);
    expect(value.items.map(({ options }) => isKnown(options))).toEqual([false]);
  });
});

describe('clientVpnEndpoints', () => {
  it('reads whether connections are logged, and leaves out what is deleted', async () => {
    ec2.on(DescribeClientVpnEndpointsCommand).resolves(
      answer({
        ClientVpnEndpoints: [
          {
            ClientVpnEndpointId: 'cvpn-endpoint-1',
            Status: { Code: 'pending-associate' },
            ConnectionLogOptions: { Enabled: false },
          },
          { ClientVpnEndpointId: 'cvpn-endpoint-2', Status: { Code: 'available' } },
          { ClientVpnEndpointId: 'cvpn-endpoint-3', Status: { Code: 'deleted' } },
        ],
      }),
    );
    const { value } = await gatherFrom(clientVpnEndpoints);
    expect(value.items.map(({ logsConnections }) => isKnown(logsConnections))).toEqual([
      true,
      false,
    ]);
  });
});

describe('transitGateways', () => {
  it('keeps those of the account that are there to stay', async () => {
    const gateway = (id: string, OwnerId: string, State: 'available' | 'deleted') => ({
      TransitGatewayId: id,
      OwnerId,
      State,
      Options: { AutoAcceptSharedAttachments: 'enable' as const },
    });
    ec2.on(DescribeTransitGatewaysCommand).resolves(
      answer({
        TransitGateways: [
          gateway('tgw-1', account, 'available'),
          gateway('tgw-2', '444455556666', 'available'),
          gateway('tgw-3', account, 'deleted'),
        ],
      }),
    );
    const { value } = await gatherFrom(transitGateways);
    expect(value.items.map(({ name }) => name)).toEqual(['tgw-1']);
    expect(value.items.map(({ acceptsByItself }) => read(acceptsByItself))).toEqual([true]);
  });
});

describe('subnets', () => {
  it('leaves those of another account to it, and takes missing settings for unreadable', async () => {
    ec2.on(DescribeSubnetsCommand).resolves(
      answer({
        Subnets: [
          { SubnetId: 'subnet-1', VpcId: 'vpc-1', OwnerId: account, MapPublicIpOnLaunch: true },
          { SubnetId: 'subnet-2', VpcId: 'vpc-2', OwnerId: '444455556666' },
        ],
      }),
    );
    const { value } = await gatherFrom(subnets);
    expect(value.items.map(({ managed }) => managed?.by)).toEqual([undefined, 'organization']);
    expect(value.items.map(({ givesPublicIpv4 }) => isKnown(givesPublicIpv4))).toEqual([
      true,
      false,
    ]);
    expect(value.items.map(({ givesIpv6 }) => isKnown(givesIpv6))).toEqual([false, false]);
  });
});

describe('snapshotBlockPublicAccess', () => {
  it('asks the Region, whatever snapshots it has', async () => {
    ec2
      .on(GetSnapshotBlockPublicAccessStateCommand)
      .resolves(answer({ State: 'block-new-sharing' as const }));
    const { value } = await gatherFrom(snapshotBlockPublicAccess);
    expect(value.items.map(({ block }) => read(block))).toEqual(['block-new-sharing']);
    expect(value.items.map(({ managed }) => managed)).toEqual([undefined]);
  });

  it('is the organisation’s where a declarative policy sets it', async () => {
    ec2
      .on(GetSnapshotBlockPublicAccessStateCommand)
      .resolves(answer({ State: 'unblocked' as const, ManagedBy: 'declarative-policy' as const }));
    const { value } = await gatherFrom(snapshotBlockPublicAccess);
    expect(value.items.map(({ managed, listed }) => [managed?.by, listed?.length])).toEqual([
      ['organization', 1],
    ]);
  });
});
