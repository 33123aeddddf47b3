/**
 * Whether the Internet reaches an instance whose endpoint is public: a security group must open its port, and a subnet
 * must have a route to an Internet gateway, both for the same address family. Amazon RDS user guide, "Hiding a DB
 * instance in a VPC from the internet".
 */
import type { PerResource } from '../../collect/per-resource.ts';
import type { Family } from '../../network/cidr.ts';
import { parseCidrs } from '../../network/cidr.ts';
import { coversInternet } from '../../network/internet.ts';
import { singlePorts } from '../../network/port-range.ts';
import { openPorts } from '../../network/security-group.ts';
import { CannotTell, type Listing, type Read } from '../../observe/observed.ts';
import type { GroupIngress } from '../../collectors/ec2/ingress-rules.ts';
import type { DbInstance, DbNetwork } from '../../collectors/rds/instances.ts';
import {
  type Route,
  type RouteTable,
  routeTablesBySubnet,
  routeTablesByVpc,
} from '../../collectors/ec2/route-tables.ts';
import { type SecurityGroup, securityGroupsById } from '../../collectors/ec2/security-groups.ts';

/** What the way to an instance leads through. */
export interface Surroundings {
  readonly groups: Listing<SecurityGroup>;
  readonly ingress: PerResource<GroupIngress>;
  readonly tables: Listing<RouteTable>;
}

export interface Reachability {
  /** Undefined where it is not known. */
  readonly isReachable: boolean | undefined;
  /** What was found of the security groups and of the routes, apart from each other. */
  readonly reasons: readonly string[];
}

/** One link of the way: what opens it, by id in order, and why some of it could not be judged. */
interface Link {
  readonly open: readonly string[];
  readonly doubts: readonly string[];
}

const families = ['ipv4', 'ipv6'] as const satisfies readonly Family[];

/** Judges the way to an instance. What cannot be read is told, and never thrown. */
export function reachabilityOf(
  instance: DbInstance,
  around: Surroundings,
  read: Read,
): Reachability {
  const network = attempt(() => read(instance.network));
  if ('doubt' in network) {
    return { isReachable: undefined, reasons: [`reachability is not known: ${network.doubt}`] };
  }
  const { value } = network;
  const ways = families.map((family) => ({
    groups: judgeAll(value.groupIds, (id) => isOpen(id, value.port, family, around, read)),
    subnets: judgeAll(value.subnetIds, (id) => isRouted(id, value, family, around, read)),
  }));
  const groups = join(ways.map((way) => way.groups));
  const subnets = join(ways.map((way) => way.subnets));
  const isReachable = ways.some((way) => isCertain(way.groups) && isCertain(way.subnets));
  const isPossible = ways.some((way) => isThinkable(way.groups) && isThinkable(way.subnets));
  return {
    isReachable: isReachable || (isPossible ? undefined : false),
    reasons: [
      wordsOf(groups, 'security group', `open port ${value.port} to the internet`),
      wordsOf(subnets, 'subnet', 'route to an internet gateway'),
    ],
  };
}

function isOpen(
  groupId: string,
  port: number,
  family: Family,
  { groups, ingress }: Surroundings,
  read: Read,
): boolean {
  const group = read.find(securityGroupsById(groups, groupId), () => true);
  if (!group || group.managed) throw new Unknown('its rules are not shown to this account');
  const { rules, whole } = read(ingress.of(group));
  const query = { family, protocols: ['tcp'], ports: singlePorts([port]) } as const;
  const { open, undecided } = openPorts(rules, query);
  if (open.length > 0) return true;
  if (undecided.length === 0) return false;
  read(whole);
  throw new Unknown('a rule cannot be understood');
}

/** The routes of the subnet's own table, or of the main table of the VPC where it has none. */
function isRouted(
  subnetId: string,
  { vpcId }: DbNetwork,
  family: Family,
  { tables }: Surroundings,
  read: Read,
): boolean {
  const isMain = ({ associations }: RouteTable) => read(associations).isMain;
  const table =
    read.find(routeTablesBySubnet(tables, subnetId), () => true) ??
    read.find(routeTablesByVpc(tables, vpcId), isMain);
  if (!table) throw new Unknown('its route table is not shown to this account');
  const toGateways = read(table.routes).filter(leadsToInternetGateway);
  const destinations = toGateways.filter(({ destinationKind }) => destinationKind === family);
  const { cidrs, unparsable } = parseCidrs(destinations.map(({ destination }) => destination));
  if (coversInternet(cidrs, family)) return true;
  const hasPrefixList = toGateways.some(({ destinationKind }) => destinationKind === 'prefix-list');
  if (hasPrefixList || unparsable.length > 0) {
    throw new Unknown(`a route of ${table.routeTableId} cannot be understood`);
  }
  return false;
}

function leadsToInternetGateway({ target, isActive }: Route): boolean {
  return isActive && target.startsWith('igw-');
}

class Unknown extends Error {}

function judgeAll(ids: readonly string[], judge: (id: string) => boolean): Link {
  const open: string[] = [];
  const doubts: string[] = [];
  for (const id of ids) {
    const verdict = attempt(() => judge(id));
    if ('doubt' in verdict) doubts.push(`${id}: ${verdict.doubt}`);
    else if (verdict.value) open.push(id);
  }
  return { open, doubts };
}

function attempt<T>(judge: () => T): { readonly value: T } | { readonly doubt: string } {
  try {
    return { value: judge() };
  } catch (error) {
    if (error instanceof CannotTell || error instanceof Unknown) return { doubt: error.message };
    throw error;
  }
}

/** In order and each once, so that two scans of the same account say the same. */
function join(links: readonly Link[]): Link {
  const open = new Set(links.flatMap((link) => link.open));
  const doubts = new Set(links.flatMap((link) => link.doubts));
  return { open: [...open].toSorted(), doubts: [...doubts].toSorted() };
}

function isCertain({ open }: Link): boolean {
  return open.length > 0;
}

function isThinkable({ open, doubts }: Link): boolean {
  return open.length > 0 || doubts.length > 0;
}

function wordsOf({ open, doubts }: Link, noun: string, does: string): string {
  const doubt = doubts.length > 0 ? `, not known of ${doubts.join('; ')}` : '';
  if (open.length > 0) return `${noun}s that ${does}: ${open.join(', ')}${doubt}`;
  if (doubts.length > 0) return `whether a ${noun} may ${does} is not known: ${doubts.join('; ')}`;
  return `${noun}s that ${does}: none`;
}
