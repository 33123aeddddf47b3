import {
  DescribeFlowLogsCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { flowLogs } from '../../../src/collectors/ec2/flow-logs.ts';
import { networkAcls } from '../../../src/collectors/ec2/network-acls.ts';
import { routeTables } from '../../../src/collectors/ec2/route-tables.ts';
import { vpcEndpoints } from '../../../src/collectors/ec2/vpc-endpoints.ts';
import { peeringConnections } from '../../../src/collectors/ec2/vpc-peering.ts';
import { vpcs } from '../../../src/collectors/ec2/vpcs.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { account } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);
const { read } = startReading();

afterEach(() => {
  ec2.reset();
});

const isKnown = (observed: Observed<unknown>) => Observed.open(observed).known;

describe('vpcs', () => {
  it('leaves a VPC that another account shares to that account', async () => {
    ec2.on(DescribeVpcsCommand).resolves(
      answer({
        Vpcs: [
          { VpcId: 'vpc-1', OwnerId: account },
          { VpcId: 'vpc-2', OwnerId: '444455556666' },
        ],
      }),
    );
    const { value } = await gatherFrom(vpcs);
    expect(value.items.map(({ managed }) => managed?.by)).toEqual([undefined, 'organization']);
  });

  it('does not take an answer without a list for an account without VPCs', async () => {
    ec2.on(DescribeVpcsCommand).resolves(answer({}));
    const { value } = await gatherFrom(vpcs);
    expect(value.gaps).toMatchObject([{ reason: 'failed', detail: 'the answer lacks Vpcs' }]);
  });
});

describe('networkAcls', () => {
  it('reads entries of both families, with and without ports', async () => {
    const all = { Egress: false, RuleAction: 'allow' as const };
    ec2.on(DescribeNetworkAclsCommand).resolves(
      answer({
        NetworkAcls: [
          {
            NetworkAclId: 'acl-1',
            OwnerId: account,
            IsDefault: false,
            Associations: [{ SubnetId: 'subnet-1' }],
            Entries: [
              { ...all, RuleNumber: 100, Protocol: '-1', CidrBlock: '0.0.0.0/0' },
              {
                ...all,
                RuleNumber: 101,
                Protocol: '6',
                Ipv6CidrBlock: '::/0',
                PortRange: { From: 22, To: 22 },
              },
              { ...all, RuleNumber: 102, Protocol: '6', CidrBlock: '10.0.0.0/8' },
            ],
          },
        ],
      }),
    );
    const { value } = await gatherFrom(networkAcls);
    expect(value.items.map(({ entries }) => read(entries))).toMatchObject([
      [
        { protocol: '-1', family: 'ipv4', cidr: '0.0.0.0/0', allow: true },
        { protocol: '6', family: 'ipv6', cidr: '::/0', from: 22, to: 22 },
        { ruleNumber: 102 },
      ],
    ]);
    expect(value.items.map(({ legible }) => isKnown(legible))).toEqual([false]);
  });
});

describe('flowLogs', () => {
  it('F1 takes a log without a delivery status for one that has not failed, unless it has an error', async () => {
    const log = { ResourceId: 'vpc-1', FlowLogStatus: 'ACTIVE', TrafficType: 'ALL' as const };
    ec2.on(DescribeFlowLogsCommand).resolves(
      answer({
        FlowLogs: [
          { ...log, FlowLogId: 'fl-1' },
          { ...log, FlowLogId: 'fl-2', DeliverLogsStatus: 'FAILED' },
          { ...log, FlowLogId: 'fl-4', DeliverLogsErrorMessage: 'Access error' },
          { ...log, FlowLogId: 'fl-5', DeliverLogsStatus: 'SomethingNew' },
          { FlowLogId: 'fl-3', ResourceId: 'vpc-1', FlowLogStatus: 'ACTIVE' },
        ],
      }),
    );
    const { value } = await gatherFrom(flowLogs);
    expect(value.items.map(({ state }) => Observed.open(state))).toMatchObject([
      { value: { deliveryError: null } },
      { value: { deliveryError: 'DeliverLogsStatus is FAILED' } },
      { value: { deliveryError: 'Access error' } },
      { known: false },
      { known: false },
    ]);
  });
});

describe('routeTables', () => {
  it('tells associations, destinations and targets apart', async () => {
    const State = 'active' as const;
    ec2.on(DescribeRouteTablesCommand).resolves(
      answer({
        RouteTables: [
          {
            RouteTableId: 'rtb-1',
            VpcId: 'vpc-1',
            OwnerId: account,
            Associations: [{ Main: true }, { Main: false, SubnetId: 'subnet-1' }],
            Routes: [
              { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State },
              { DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1', State },
              { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', State: 'blackhole' },
            ],
          },
          {
            RouteTableId: 'rtb-2',
            VpcId: 'vpc-1',
            OwnerId: account,
            Associations: [],
            Routes: [{ DestinationCidrBlock: '0.0.0.0/0', State }],
          },
        ],
      }),
    );
    const { value } = await gatherFrom(routeTables);
    const [first, second] = value.items;
    expect(first && read(first.associations)).toEqual({ isMain: true, subnetIds: ['subnet-1'] });
    expect(first && read(first.routes)).toMatchObject([
      { destination: '10.0.0.0/16', destinationKind: 'ipv4', target: 'local', isActive: true },
      { destination: '::/0', destinationKind: 'ipv6', target: 'eigw-1' },
      { destination: 'pl-1', destinationKind: 'prefix-list', target: 'vpce-1', isActive: false },
    ]);
    expect(second && isKnown(second.routes)).toBe(false);
  });
});

describe('peeringConnections', () => {
  it('gives those in force, with all blocks of both sides', async () => {
    const side = {
      VpcId: 'vpc-1',
      CidrBlock: '10.0.0.0/16',
      CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '10.1.0.0/16' }],
      Ipv6CidrBlockSet: [{ Ipv6CidrBlock: '2600:1f18::/56' }],
    };
    const sides = {
      RequesterVpcInfo: side,
      AccepterVpcInfo: { VpcId: 'vpc-2', CidrBlock: '10.2.0.0/16' },
    };
    ec2.on(DescribeVpcPeeringConnectionsCommand).resolves(
      answer({
        VpcPeeringConnections: [
          { VpcPeeringConnectionId: 'pcx-1', Status: { Code: 'active' }, ...sides },
          { VpcPeeringConnectionId: 'pcx-2', Status: { Code: 'deleted' } },
        ],
      }),
    );
    const { value } = await gatherFrom(peeringConnections);
    expect(value.items.map(({ connectionId }) => connectionId)).toEqual(['pcx-1']);
    expect(value.items.map(({ requester }) => read(requester.cidrs))).toEqual([
      ['10.0.0.0/16', '10.1.0.0/16', '2600:1f18::/56'],
    ]);
    expect(value.items.map(({ accepter }) => isKnown(accepter.cidrs))).toEqual([false]);
    expect(value.items.map(({ accepter }) => read(accepter.primaryCidr))).toEqual(['10.2.0.0/16']);
  });
});

describe('vpcEndpoints', () => {
  it('counts a gateway endpoint as routed only with a route table, and needs no service of those that lead to none (K2)', async () => {
    const endpoint = { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.eu-west-1.s3' };
    ec2.on(DescribeVpcEndpointsCommand).resolves(
      answer({
        VpcEndpoints: [
          {
            ...endpoint,
            VpcEndpointId: 'vpce-1',
            VpcEndpointType: 'Gateway',
            State: 'Available',
            RouteTableIds: [],
          },
          { ...endpoint, VpcEndpointId: 'vpce-2', VpcEndpointType: 'Interface', State: 'Pending' },
          {
            VpcId: 'vpc-1',
            VpcEndpointId: 'vpce-3',
            VpcEndpointType: 'Resource',
            State: 'Available',
          },
        ],
      }),
    );
    const { value } = await gatherFrom(vpcEndpoints);
    expect(value.gaps).toEqual([]);
    expect(value.items.map(({ way }) => Observed.open(way))).toMatchObject([
      { value: { isAvailable: true, isRouted: false } },
      { value: { isAvailable: false, isRouted: true } },
      { value: { serviceName: null, isAvailable: true } },
    ]);
  });
});
