/**
 * Whether the Internet reaches an instance whose endpoint is public: a security group must open its port, and a subnet
 * must have a route to an Internet gateway, both for the same address family. Amazon RDS user guide, "Hiding a DB
 * instance in a VPC from the internet".
 */
import { lookupBy } from '../../collect/lookup.ts';
import type { Family } from '../../network/cidr.ts';
import { singlePorts } from '../../network/port-range.ts';
import { openPorts } from '../../network/security-group.ts';
import type { Listing, Observed, Read } from '../../observe/observed.ts';
import type { ByResource } from '../by-resource.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { GroupIngress } from './group.ts';
import { internetRoute, type Table } from './internet-route.ts';

/** Where the endpoint of an instance stands. */
export interface DbNetwork {
  readonly port: number;
  readonly vpcId: string;
  readonly groupIds: readonly string[];
  /** Every subnet that the instance may move to, in the order of AWS. */
  readonly subnetIds: readonly string[];
}

/** A security group on the way to an instance. */
interface Group {
  readonly arn: string;
  readonly groupId: string;
  /** Set where the group is another account's, whose rules this account does not see. */
  readonly managed?: object;
}

const groupsById = lookupBy(({ groupId }: Group) => groupId);
/** What the way to an instance leads through. */
export interface Surroundings {
  readonly groups: Listing<Group>;
  readonly ingress: ByResource<GroupIngress>;
  readonly tables: Listing<Table>;
}

export interface Reachability {
  /** Undefined where it is not known. */
  readonly isReachable: boolean | undefined;
  /** What was found of the security groups and of the routes, apart from each other. */
  readonly reasons: readonly string[];
}

/** One link of the way: what opens it, in the order of ids, and why some of it could not be judged. */
interface Link {
  readonly open: readonly string[];
  readonly doubts: readonly string[];
}

const families = ['ipv4', 'ipv6'] as const satisfies readonly Family[];

/** Judges the way to an instance. What cannot be read is told, and never thrown. */
export function reachabilityOf(
  instance: { readonly network: Observed<DbNetwork> },
  around: Surroundings,
  read: Read,
): Reachability {
  const network = attempt(() => read(instance.network));
  if ('doubt' in network) {
    return { isReachable: undefined, reasons: [`reachability is not known: ${network.doubt}`] };
  }
  const { value } = network;
  const ways = families.map((family) => ({
    groups: judgeAll(value.groupIds, (id) =>
      isOpen(id, value.port, family, around, read) ? id : undefined,
    ),
    subnets: judgeAll(value.subnetIds, (id) => routed(id, value, family, around, read)),
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
  const group = read.find(groupsById(groups, groupId), () => true);
  if (!group || group.managed) throw new Unknown('its rules are not shown to this account');
  const { rules, whole } = read(ingress.of(group));
  const query = { family, protocols: ['tcp'], ports: singlePorts([port]) } as const;
  const { open, undecided } = openPorts(rules, query);
  if (open.length > 0) return true;
  if (undecided.length === 0) return false;
  read(whole);
  throw new Unknown('a rule cannot be understood');
}

function routed(
  subnetId: string,
  { vpcId }: DbNetwork,
  family: Family,
  { tables }: Surroundings,
  read: Read,
): string | undefined {
  const route = internetRoute({ subnetId, vpcId }, family, tables, read);
  if (route.kind === 'doubt') throw new Unknown(route.why);
  if (route.kind === 'none') return undefined;
  return `${subnetId} (${route.tableId} leads to ${route.gatewayId})`;
}

class Unknown extends Error {}

function judgeAll(ids: readonly string[], judge: (id: string) => string | undefined): Link {
  const open: string[] = [];
  const doubts: string[] = [];
  for (const id of ids) {
    const verdict = attemptLink(() => judge(id));
    if ('doubt' in verdict) doubts.push(`${id}: ${verdict.doubt}`);
    else if (verdict.value !== undefined) open.push(verdict.value);
  }
  return { open, doubts };
}

function attemptLink<T>(judge: () => T): Attempt<T> {
  try {
    return attempt(judge);
  } catch (error) {
    if (error instanceof Unknown) return { doubt: error.message };
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
