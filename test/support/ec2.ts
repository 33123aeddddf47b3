/** Things of EC2 and VPC as collectors give them, for tests of checks. */
import type { Resource } from '../../src/collect/collector.ts';
import type { PerResource } from '../../src/collect/per-resource.ts';
import { ec2Resource } from '../../src/collectors/ec2/ec2-resource.ts';
import type { GroupIngress } from '../../src/reasoning/exposure/group.ts';
import type { Instance } from '../../src/collectors/ec2/instances.ts';
import type {
  LaunchTemplate,
  LaunchTemplateVersion,
} from '../../src/collectors/ec2/launch-templates.ts';
import type { NetworkAcl } from '../../src/collectors/ec2/network-acls.ts';
import type { NetworkInterface } from '../../src/collectors/ec2/network-interfaces.ts';
import type { GatewayBlock } from '../../src/reasoning/exposure/gateway-block.ts';
import type { GroupUse } from '../../src/reasoning/exposure/group-exposure.ts';
import type { InternetWay } from '../../src/reasoning/exposure/internet-way.ts';
import type { SecurityGroup } from '../../src/collectors/ec2/security-groups.ts';
import type { Subnet, Vpc } from '../../src/collectors/ec2/vpcs.ts';
import type { VpnConnection } from '../../src/collectors/ec2/vpn-connections.ts';
import type { IngressRule } from '../../src/network/security-group.ts';
import type { Observed } from '../../src/observe/observed.ts';
import { account } from './check-tester.ts';
import { everyone, known, listing } from './observe.ts';

export const place = { account, partition: 'aws', region: 'eu-west-1' };

export function resourceOf(kind: string, type: string, id: string): Resource {
  return ec2Resource(place, kind, type, id);
}

export function vpc(vpcId = 'vpc-1'): Vpc {
  return { ...resourceOf('vpc', 'AWS::EC2::VPC', vpcId), vpcId };
}

export function subnet(subnetId: string, fields: Partial<Subnet> = {}): Subnet {
  return {
    ...resourceOf('subnet', 'AWS::EC2::Subnet', subnetId),
    subnetId,
    vpcId: 'vpc-1',
    givesPublicIpv4: known(false),
    givesIpv6: known(false),
    ...fields,
  };
}

export function networkInterface(fields: Partial<NetworkInterface> = {}): NetworkInterface {
  const interfaceId = fields.interfaceId ?? 'eni-1';
  return {
    ...resourceOf('network-interface', 'AWS::EC2::NetworkInterface', interfaceId),
    interfaceId,
    vpcId: 'vpc-1',
    groupIds: ['sg-1'],
    kind: 'interface',
    requesterManaged: false,
    subnetId: known('subnet-1'),
    checksSourceAndDestination: known(true),
    publicIpv4: [],
    publicIpv6: [],
    ...fields,
  };
}

export function securityGroup(fields: Partial<SecurityGroup> = {}): SecurityGroup {
  const groupId = fields.groupId ?? 'sg-1';
  return {
    ...resourceOf('security-group', 'AWS::EC2::SecurityGroup', groupId),
    name: 'web',
    groupId,
    groupName: 'web',
    vpcId: known('vpc-1'),
    ingress: known([]),
    legible: known<true>(true),
    egressRules: known(0),
    ...fields,
  };
}

export function instance(fields: Partial<Instance> = {}): Instance {
  const instanceId = fields.instanceId ?? 'i-1';
  return {
    ...resourceOf('instance', 'AWS::EC2::Instance', instanceId),
    instanceId,
    metadata: known({ isOn: true, requiresTokens: true, isApplied: true, hopLimit: 1 }),
    profileArn: known(null),
    stoppedSince: known(null),
    publicIpv4: known([]),
    state: known('running'),
    isReplicationServer: known(false),
    interfaceIds: known(['eni-1']),
    virtualization: known('hvm'),
    tags: known([]),
    ...fields,
  };
}

/** A launch template whose default version says nothing, but for the given fields; the latest is the same one. */
export function launchTemplate(
  fields: Partial<LaunchTemplateVersion> = {},
  rest: Partial<LaunchTemplate> = {},
): LaunchTemplate {
  return {
    ...resourceOf('launch-template', 'AWS::EC2::LaunchTemplate', 'lt-1'),
    versions: [launchVersion(fields)],
    whole: known<true>(true),
    ...rest,
  };
}

export function launchVersion(fields: Partial<LaunchTemplateVersion> = {}): LaunchTemplateVersion {
  return {
    number: 1,
    isDefault: true,
    metadata: known({ tokens: null, isOn: true }),
    publicAddresses: known([]),
    volumes: known([]),
    groups: known([]),
    userData: known({ isEmpty: true, found: [] }),
    ...fields,
  };
}

/** A VPN connection that is as it should be, but for the given fields. */
export function vpnConnection(fields: Partial<VpnConnection> = {}): VpnConnection {
  const addresses = ['203.0.113.61', '203.0.113.62'];
  return {
    ...resourceOf('vpn-connection', 'AWS::EC2::VPNConnection', 'vpn-1'),
    tunnels: known(addresses.map((address) => ({ address, isUp: true }))),
    options: known(addresses.map((address) => ({ address, isLogged: true, ike: ['ikev2'] }))),
    ...fields,
  };
}

/** A network ACL of `subnet-1` that lets everything in, as the default ones do, but for the given fields. */
export function networkAcl(fields: Partial<NetworkAcl> = {}): NetworkAcl {
  const everything = { egress: false, allow: true, protocol: '-1' };
  return {
    ...resourceOf('network-acl', 'AWS::EC2::NetworkAcl', 'acl-1'),
    isDefault: known(false),
    subnetIds: known(['subnet-1']),
    entries: known([
      { ...everything, ruleNumber: 100, family: 'ipv4', cidr: '0.0.0.0/0' },
      { ...everything, ruleNumber: 101, family: 'ipv6', cidr: '::/0' },
    ]),
    legible: known<true>(true),
    ...fields,
  };
}

/** A Region that blocks nothing. */
export const noBlock: GatewayBlock = { mode: 'off', isUpdating: false, exclusions: listing() };

/** A rule that lets nobody in, but for the given fields. */
export function rule(fields: Partial<IngressRule>): IngressRule {
  return {
    protocol: 'tcp',
    fromPort: undefined,
    toPort: undefined,
    ipv4: [],
    ipv6: [],
    prefixLists: [],
    groups: [],
    ...fields,
  };
}

/** TCP on one port, or on a range of ports. */
export function tcp(fromPort: number, toPort = fromPort): Partial<IngressRule> {
  return { protocol: 'tcp', fromPort, toPort };
}

export const anywhere = { ipv4: ['0.0.0.0/0'] };
export const anywhereIpv6 = { ipv6: ['::/0'] };
export const everyProtocol = { protocol: '-1' };

export interface GroupGiven {
  readonly ingress: PerResource<GroupIngress>;
  readonly use: PerResource<GroupUse>;
}

/** What a check of security groups is given for a group with these rules, which one interface uses. */
export function rulesOf(...rules: readonly Partial<IngressRule>[]): GroupGiven {
  return given({ rules: rules.map(rule) });
}

export interface GroupState {
  readonly rules: readonly IngressRule[];
  /** What of the rules is in doubt. */
  readonly whole?: Observed<true>;
  readonly interfaces?: readonly NetworkInterface[];
  /** What of the list of interfaces is in doubt. */
  readonly others?: Observed<true>;
  readonly referredToBy?: readonly string[];
  /** The way of the Internet to every subnet; to an Internet gateway unless it says otherwise. */
  readonly route?: Observed<InternetWay>;
}

export const toGateway: InternetWay = {
  kind: 'route',
  tableId: 'rtb-1',
  gatewayId: 'igw-1',
  unread: [],
};
export const toNowhere: InternetWay = { kind: 'none', tableId: 'rtb-1' };
/** An interface that the Internet has an address for. */
const onInternet: Pick<NetworkInterface, 'publicIpv4' | 'publicIpv6'> = {
  publicIpv4: ['203.0.113.7'],
  publicIpv6: ['2001:db8::7'],
};

export function given(state: GroupState): GroupGiven {
  const { rules, whole, interfaces, others, referredToBy, route } = state;
  const use: GroupUse = {
    interfaces: interfaces ?? [networkInterface(onInternet)],
    whole: others ?? known<true>(true),
    referredToBy: referredToBy ?? [],
    wayTo: () => route ?? known(toGateway),
  };
  return {
    ingress: everyone(known({ rules, whole: whole ?? known<true>(true) })),
    use: everyone(known(use)),
  };
}
