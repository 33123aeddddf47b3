/**
 * Whether the Internet reaches an instance whose endpoint is public: a security group must open its port, and a subnet
 * must have a route to an Internet gateway that neither its network ACL nor VPC Block Public Access stops, all for the
 * same address family. Amazon RDS user guide, "Hiding a DB instance in a VPC from the internet".
 */
import { lookupBy } from '../../collect/lookup.ts';
import type { Family } from '../../network/cidr.ts';
import { singlePorts } from '../../network/port-range.ts';
import { openPorts } from '../../network/security-group.ts';
import type { Listing, Observed, Read } from '../../observe/observed.ts';
import type { ByResource } from '../by-resource.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { GroupIngress } from './group.ts';
import { internetWay, type NetworkEdge } from './internet-way.ts';

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
  readonly edge: NetworkEdge;
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
  /** What leads there and is stopped, and by what. */
  readonly stopped: readonly string[];
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
      isOpen(id, value.port, family, around, read) ? { open: id } : undefined,
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
  { vpcId, port }: DbNetwork,
  family: Family,
  { edge }: Surroundings,
  read: Read,
): Judged {
  const traffic = { family, protocol: 'tcp', ports: { from: port, to: port } };
  const way = internetWay({ subnetId, vpcId }, [traffic], edge, read);
  switch (way.kind) {
    case 'doubt':
      throw new Unknown(way.why);
    case 'none':
      return undefined;
    case 'stopped':
      return { stopped: `${subnetId}: ${way.by}` };
    case 'route': {
      const unread = way.unread.map((why) => `; not read in full: ${why}`);
      return { open: `${subnetId} (${way.tableId} leads to ${way.gatewayId}${unread.join('')})` };
    }
  }
}

class Unknown extends Error {}

/** Undefined where nothing leads there. */
type Judged = { readonly open: string } | { readonly stopped: string } | undefined;

function judgeAll(ids: readonly string[], judge: (id: string) => Judged): Link {
  const open: string[] = [];
  const stopped: string[] = [];
  const doubts: string[] = [];
  for (const id of ids) {
    const verdict = attemptLink(() => judge(id));
    if ('doubt' in verdict) doubts.push(`${id}: ${verdict.doubt}`);
    else if (verdict.value && 'open' in verdict.value) open.push(verdict.value.open);
    else if (verdict.value) stopped.push(verdict.value.stopped);
  }
  return { open, stopped, doubts };
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
  const distinct = (of: (link: Link) => readonly string[]) =>
    [...new Set(links.flatMap(of))].toSorted();
  return {
    open: distinct(({ open }) => open),
    stopped: distinct(({ stopped }) => stopped),
    doubts: distinct(({ doubts }) => doubts),
  };
}

function isCertain({ open }: Link): boolean {
  return open.length > 0;
}

function isThinkable({ open, doubts }: Link): boolean {
  return open.length > 0 || doubts.length > 0;
}

function wordsOf({ open, stopped, doubts }: Link, noun: string, does: string): string {
  const stops = stopped.length > 0 ? `, stopped: ${stopped.join('; ')}` : '';
  const doubt = doubts.length > 0 ? `, not known of ${doubts.join('; ')}` : '';
  if (open.length > 0) return `${noun}s that ${does}: ${open.join(', ')}${stops}${doubt}`;
  if (doubts.length > 0) {
    return `whether a ${noun} may ${does} is not known: ${doubts.join('; ')}${stops}`;
  }
  return `${noun}s that ${does}: none${stops}`;
}
