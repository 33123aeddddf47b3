/** How the checks of security groups judge and word what a group opens. The reasoning itself is in src/network. */
import { fail, pass, type Verdict } from '../../judge/verdict.ts';
import { ifKnown } from '../../observe/if-known.ts';
import { allTraffic, type ExposedProtocol } from '../../network/all-traffic.ts';
import type { Family } from '../../network/cidr.ts';
import type { ExposedPorts, PortQuery } from '../../network/exposure.ts';
import { describePorts, parsePorts } from '../../network/port-names.ts';
import { type IngressRule, openPorts } from '../../network/security-group.ts';
import type { Observed, Read } from '../../observe/observed.ts';
import type { Severity } from '../../judge/terms.ts';
import type { ByResource } from '../by-resource.ts';

/** The inbound rules of a security group. */
export interface GroupIngress {
  readonly rules: readonly IngressRule[];
  /** Unreadable, with the reason, where something of the rules is in doubt. Read it where a verdict has doubts. */
  readonly whole: Observed<true>;
}

/** A network interface that uses a security group. */
export interface GroupUser {
  /** As EC2 names it: `interface`, `lambda`, `network_load_balancer`, `vpc_endpoint`, … */
  readonly kind: string;
  /** A service of AWS made the interface and runs it. */
  readonly requesterManaged: boolean;
  readonly hasPublicIpv4: boolean;
  readonly hasIpv6: boolean;
}

/** Who uses a security group. */
export interface GroupUse {
  readonly interfaces: readonly GroupUser[];
  /** Ids of the other groups whose rules name this one as a source. They let it in; they do not put it to use. */
  readonly referredToBy: readonly string[];
}

/** A security group, by which its rules and its use are found. */
interface Group {
  readonly arn: string;
}

/** What a check of security groups is handed. */
export interface GroupContext {
  readonly read: Read;
  readonly ingress: ByResource<GroupIngress>;
  readonly use: ByResource<GroupUse>;
}

export const bothFamilies: readonly Family[] = ['ipv4', 'ipv6'];

/** Something that is open, and the sources that it is open to. */
interface Opening {
  readonly what: string;
  readonly sources: readonly string[];
}

/** Judges whether the asked ports are open to the Internet, all rules taken together. */
export function judgeOpenPorts(
  group: Group,
  context: GroupContext,
  queries: readonly PortQuery[],
  closed: string,
  severityOf: (open: readonly ExposedPorts[]) => Severity | undefined = () => undefined,
): Verdict {
  const { rules, whole } = context.read(context.ingress.of(group));
  const exposures = queries.map((query) => openPorts(rules, query));
  const open = exposures.flatMap((exposure) => exposure.open);
  if (open.length > 0) return failOpen(group, context, open.map(openingOfPorts), severityOf(open));
  if (exposures.some(({ undecided }) => undecided.length > 0)) return cannotTell(context, whole);
  const wide = exposures.flatMap((exposure) => exposure.wide);
  return pass(closed, ...wordsOfWide(wide.map(openingOfPorts)));
}

/** Judges the ports for administration over TCP and UDP alike, as the CIS benchmark reads them. */
export function judgeAdminPorts(
  group: Group,
  context: GroupContext,
  family: Family,
  ports: readonly string[],
): Verdict {
  const query: PortQuery = { family, protocols: ['tcp', 'udp'], ports: parsePorts(ports) };
  const internet = family === 'ipv4' ? 'the IPv4 Internet' : 'the IPv6 Internet';
  // SSH is TCP only: 22 over UDP is an open port, but not the way in that the check is about.
  return judgeOpenPorts(group, context, [query], `no admin port is open to ${internet}`, (open) =>
    open.every(isUnusedOverUdp) ? 'medium' : undefined,
  );
}

/** Judges whether whole protocols are open to the Internet. */
export function judgeAllTraffic(group: Group, context: GroupContext): Verdict {
  const { rules, whole } = context.read(context.ingress.of(group));
  const exposures = bothFamilies.map((family) => allTraffic(rules, family));
  const open = exposures.flatMap((exposure) => exposure.open);
  if (open.length > 0) return failOpen(group, context, open.map(openingOfProtocol), undefined);
  if (exposures.some(({ undecided }) => undecided.length > 0)) return cannotTell(context, whole);
  const wide = exposures.flatMap((exposure) => exposure.wide);
  return pass(
    'no protocol is open as a whole to the Internet',
    ...wordsOfWide(wide.map(openingOfProtocol)),
  );
}

/** Says why the rules leave a doubt. */
export function cannotTell({ read }: Pick<GroupContext, 'read'>, whole: Observed<true>): never {
  read(whole);
  throw new Error('the rules leave a doubt that no call explains');
}

/** Fails at the given severity, or the check's own, where something uses the group; as latent where nothing does. */
function failOpen(
  group: Group,
  { read, use }: GroupContext,
  openings: readonly Opening[],
  severity: Severity | undefined,
): Verdict {
  const reasons = wordsOfOpen(openings);
  const users = ifKnown(() => read(use.of(group)));
  if (users?.interfaces.length === 0) {
    return { ...fail(...reasons, ...wordsOfNoUse(users)), severity: 'low', latent: true };
  }
  const used = users ? wordsOfUse(users) : 'whether anything uses the group could not be read';
  return { ...fail(...reasons, used), ...(severity ? { severity } : {}) };
}

function openingOfPorts(exposed: ExposedPorts): Opening {
  return { what: describePorts(exposed), sources: exposed.sources };
}

function openingOfProtocol({ protocol, sources }: ExposedProtocol): Opening {
  return { what: wordsOfProtocol(protocol), sources };
}

function isUnusedOverUdp({ protocol, from, to }: ExposedPorts): boolean {
  return protocol === 'udp' && (to < 3389 || from > 3389);
}

function wordsOfProtocol(protocol: string): string {
  if (protocol === '-1') return 'every protocol and port';
  return protocol === 'tcp' || protocol === 'udp'
    ? `every ${protocol} port`
    : `IP protocol ${protocol}`;
}

function wordsOfOpen(openings: readonly Opening[]): string[] {
  return bySources(openings).map(([sources, what]) => `open to ${sources}: ${what}`);
}

function wordsOfWide(openings: readonly Opening[]): string[] {
  return bySources(openings).map(
    ([sources, what]) => `${sources} is a large part of the Internet and let in: ${what}`,
  );
}

/** One line for each set of sources, however many ports it opens. */
function bySources(openings: readonly Opening[]): [sources: string, what: string][] {
  const lines = new Map<string, string[]>();
  for (const { what, sources } of openings) {
    const text = listOf(sources);
    lines.set(text, [...(lines.get(text) ?? []), what]);
  }
  return [...lines].map(([sources, what]) => [sources, [...new Set(what)].join(', ')]);
}

const mostNamed = 6;

function listOf(texts: readonly string[]): string {
  const named = texts.slice(0, mostNamed).join(', ');
  const rest = texts.length - mostNamed;
  return rest > 0 ? `${named} and ${rest} more` : named;
}

function wordsOfUse({ interfaces }: GroupUse): string {
  const count = interfaces.length;
  const run = interfaces.filter(({ requesterManaged }) => requesterManaged);
  const kinds = [...new Set(run.map(({ kind }) => kind))].toSorted();
  const parts = [
    count === 1
      ? '1 network interface uses the group'
      : `${count} network interfaces use the group`,
    countOf(interfaces.filter((each) => each.hasPublicIpv4).length, 'with a public IPv4 address'),
    countOf(interfaces.filter((each) => each.hasIpv6).length, 'with an IPv6 address'),
    countOf(run.length, `run by services of AWS (${kinds.join(', ')})`),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function countOf(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}`;
}

function wordsOfNoUse({ referredToBy }: GroupUse): string[] {
  const unused =
    'no network interface of the account uses the group now; it opens whatever is launched with it';
  if (referredToBy.length === 0) return [unused];
  return [unused, `rules of other groups name it as a source: ${listOf(referredToBy)}`];
}
