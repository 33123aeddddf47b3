/**
 * How far what a security group opens is exposed: whether anything uses the group, whether that has a public address,
 * and whether the Internet has a way to it. What could not be read never makes it less grave.
 */
import type { Graded, Severity } from '../../judge/terms.ts';
import type { Family } from '../../network/cidr.ts';
import type { Traffic } from '../../network/network-acl.ts';
import type { Observed, Read } from '../../observe/observed.ts';
import { listOf } from '../../text/list-of.ts';
import { attempt } from './attempt.ts';
import type { InternetWay } from './internet-way.ts';

/** A network interface that uses a security group. */
export interface GroupUser {
  readonly interfaceId: string;
  readonly vpcId: string;
  readonly subnetId: Observed<string>;
  /** As EC2 names it: `interface`, `lambda`, `network_load_balancer`, `vpc_endpoint`, … */
  readonly kind: string;
  /** A service of AWS made the interface and runs it. */
  readonly requesterManaged: boolean;
  readonly publicIpv4: readonly string[];
  readonly publicIpv6: readonly string[];
}

/** Who uses a security group. */
export interface GroupUse {
  readonly interfaces: readonly GroupUser[];
  /** Unreadable where other interfaces may use it too. Read it where a verdict rests on there being no others. */
  readonly whole: Observed<true>;
  /** Ids of the other groups whose rules name this one as a source. They let it in; they do not put it to use. */
  readonly referredToBy: readonly string[];
  /** The way of traffic, all of one family, from the Internet to the subnet of one of the interfaces. */
  readonly wayTo: (user: GroupUser, traffic: readonly Traffic[]) => Observed<InternetWay>;
}

/** How far it is exposed, and why. */
export interface GroupExposure {
  /** Undefined where it is not known: then the severity stays that of the check. */
  readonly severity: Graded | undefined;
  readonly isLatent: boolean;
  readonly reasons: readonly string[];
}

/** Grades a group by whoever uses it, for the traffic that it lets in from the Internet. */
export function exposureOf(
  observed: Observed<GroupUse>,
  traffic: readonly Traffic[],
  read: Read,
): GroupExposure {
  const asked = attempt(() => read(observed));
  if ('doubt' in asked) {
    return notKnown(`whether anything uses the group could not be read: ${asked.doubt}`);
  }
  const use = asked.value;
  if (use.interfaces.length === 0) {
    return {
      severity: { is: 'low', because: 'nothing uses the group' },
      isLatent: true,
      reasons: wordsOfNoUse(use),
    };
  }
  const used = wordsOfUse(use);
  const ways = use.interfaces.flatMap((user) => waysTo(user, { use, traffic, read }));
  const reached = ways.filter(({ route }) => route.kind === 'route');
  if (reached.length > 0) {
    const unread = reached.flatMap(({ route }) => (route.kind === 'route' ? route.unread : []));
    const doubt = listOf([...new Set(unread)].toSorted());
    return graded(
      'critical',
      used,
      `the Internet has a way to ${named(reached)}`,
      ...(doubt === '' ? [] : [`what might stop it was not read in full: ${doubt}`]),
    );
  }
  const whole = attempt(() => read(use.whole));
  const doubts = [
    ...ways.flatMap(({ user, route }) =>
      route.kind === 'doubt' ? [`${user.interfaceId}: ${route.why}`] : [],
    ),
    ...('doubt' in whole ? [`others may use it: ${whole.doubt}`] : []),
  ];
  if (doubts.length > 0) {
    const why = listOf([...new Set(doubts)].toSorted());
    return notKnown(used, `whether the Internet has a way to what uses it is not known: ${why}`);
  }
  if (ways.length > 0) {
    const isStopped = ways.some(({ route }) => route.kind === 'stopped');
    const no = isStopped ? 'the Internet has no way to' : 'no route leads the Internet to';
    return graded('high', used, `${no} ${named(ways)}`);
  }
  const ids = use.interfaces.map(({ interfaceId }) => interfaceId).toSorted();
  return graded('medium', used, `no public address of ${familiesIn(traffic)} is on ${listOf(ids)}`);
}

const families = ['ipv4', 'ipv6'] as const satisfies readonly Family[];

/** A public address of an interface, and the way of the Internet to its subnet. */
interface Way {
  readonly user: GroupUser;
  readonly address: string;
  readonly route: InternetWay;
}

interface Asked {
  readonly use: GroupUse;
  readonly traffic: readonly Traffic[];
  readonly read: Read;
}

function waysTo(user: GroupUser, { use, traffic, read }: Asked): readonly Way[] {
  return families.flatMap((family) => {
    const ofFamily = traffic.filter((each) => each.family === family);
    const addresses = family === 'ipv4' ? user.publicIpv4 : user.publicIpv6;
    if (ofFamily.length === 0 || addresses.length === 0) return [];
    const asked = attempt(() => read(use.wayTo(user, ofFamily)));
    const route: InternetWay = 'doubt' in asked ? { kind: 'doubt', why: asked.doubt } : asked.value;
    return addresses.map((address) => ({ user, address, route }));
  });
}

/** Why each is that, in words that are the same for every group. */
const because = {
  critical: 'the Internet has a way to what uses the group',
  high: 'the Internet has no way to the public address of what uses the group',
  medium: 'what uses the group has no public address of that family',
} as const satisfies Partial<Record<Severity, string>>;

function graded(is: keyof typeof because, ...reasons: readonly string[]): GroupExposure {
  return { severity: { is, because: because[is] }, isLatent: false, reasons };
}

function notKnown(...reasons: readonly string[]): GroupExposure {
  return { severity: undefined, isLatent: false, reasons };
}

/** In the order of interfaces, so that two scans of the same account say the same. */
function named(ways: readonly Way[]): string {
  return listOf(ways.map(wordsOfWay).toSorted());
}

function wordsOfWay({ user, address, route }: Way): string {
  const at = `${user.interfaceId} at ${address}`;
  if (route.kind === 'route') return `${at} (${route.tableId} leads to ${route.gatewayId})`;
  if (route.kind === 'stopped') return `${at} (${route.by})`;
  return route.kind === 'none' ? `${at} (${route.tableId} leads to no Internet gateway)` : at;
}

function familiesIn(traffic: readonly Traffic[]): string {
  return families
    .filter((family) => traffic.some((each) => each.family === family))
    .map((family) => (family === 'ipv4' ? 'IPv4' : 'IPv6'))
    .join(' or ');
}

function wordsOfUse({ interfaces }: GroupUse): string {
  const run = interfaces.filter(({ requesterManaged }) => requesterManaged);
  const kinds = [...new Set(run.map(({ kind }) => kind))].toSorted();
  const count = interfaces.length;
  const used =
    count === 1
      ? '1 network interface uses the group'
      : `${count} network interfaces use the group`;
  return run.length === 0
    ? used
    : `${used}, ${run.length} run by services of AWS (${kinds.join(', ')})`;
}

function wordsOfNoUse({ referredToBy }: GroupUse): string[] {
  const unused =
    'no network interface of the account uses the group now; it opens whatever is launched with it';
  if (referredToBy.length === 0) return [unused];
  return [unused, `rules of other groups name it as a source: ${listOf(referredToBy)}`];
}
