/** How the checks of security groups judge and word what a group opens. The reasoning itself is in src/network. */
import { type Graded, severities, type Severity } from '../../judge/terms.ts';
import { fail, notApplicable, pass, type Verdict } from '../../judge/verdict.ts';
import { allTraffic, type ExposedProtocol } from '../../network/all-traffic.ts';
import type { Family } from '../../network/cidr.ts';
import type { ExposedPorts, PortExposure, PortQuery } from '../../network/exposure.ts';
import { describePorts, describeQueries, parsePorts } from '../../network/port-names.ts';
import {
  ALL_PORTS,
  type PortProtocol,
  type PortRange,
  portsExcept,
} from '../../network/port-range.ts';
import type { Traffic } from '../../network/network-acl.ts';
import { type IngressRule, openPorts } from '../../network/security-group.ts';
import type { Observed, Read } from '../../observe/observed.ts';
import { listOf } from '../../text/list-of.ts';
import type { ByResource } from '../by-resource.ts';
import { exposureOf, type GroupUse } from './group-exposure.ts';

/** The inbound rules of a security group. */
export interface GroupIngress {
  readonly rules: readonly IngressRule[];
  /** Unreadable, with the reason, where something of the rules is in doubt. Read it where a verdict has doubts. */
  readonly whole: Observed<true>;
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
interface Opening extends Traffic {
  readonly what: string;
  readonly sources: readonly string[];
}

/**
 * Judges whether the asked ports are open to the Internet, all rules taken together. A pass says which ports were asked
 * for, and speaks of no others.
 *
 * @param mostGrave the severity that what is open is worth at most, however exposed it is
 */
function judgeOpenPorts(
  group: Group,
  context: GroupContext,
  queries: readonly PortQuery[],
  mostGrave: (open: readonly ExposedPorts[]) => Severity | undefined = () => undefined,
): Verdict {
  if (queries.every(({ ports }) => ports.length === 0)) {
    return notApplicable('no ports are asked for');
  }
  const { rules, whole } = context.read(context.ingress.of(group));
  const exposures = queries.map((query) => ({ ...query, ...openPorts(rules, query) }));
  const open = exposures.flatMap((exposure) => exposure.open);
  if (open.length > 0) {
    return failOpen(group, context, openingsOf(exposures, 'open'), mostGrave(open));
  }
  if (exposures.some(({ undecided }) => undecided.length > 0)) return cannotTell(context, whole);
  const internet = internetOf(queries.map(({ family }) => family));
  return pass(
    `not open to the ${internet}: ${describeQueries(queries)}`,
    ...wordsOfWide(openingsOf(exposures, 'wide')),
  );
}

/** The ports on which a service listens, as users write them. */
export interface ServicePorts {
  readonly tcp?: readonly string[];
  readonly udp?: readonly string[];
}

/**
 * Judges whether the ports of a service are open to the Internet of either family.
 *
 * @param most the severity that an open port is worth at most, where nobody can take over by it alone
 */
export function judgeServicePorts(
  group: Group,
  context: GroupContext,
  { tcp = [], udp = [] }: ServicePorts,
  most?: Severity,
): Verdict {
  return judgePortRanges(group, context, { tcp: parsePorts(tcp), udp: parsePorts(udp) }, most);
}

/** Judges whether other ports than these are open to the Internet of either family. */
export function judgeOtherPorts(
  group: Group,
  context: GroupContext,
  { tcp = [], udp = [] }: ServicePorts,
  most?: Severity,
): Verdict {
  const others = { tcp: portsExcept(parsePorts(tcp)), udp: portsExcept(parsePorts(udp)) };
  return judgePortRanges(group, context, others, most);
}

function judgePortRanges(
  group: Group,
  context: GroupContext,
  ranges: Readonly<Record<PortProtocol, readonly PortRange[]>>,
  most: Severity | undefined,
): Verdict {
  const queries = bothFamilies.flatMap((family) =>
    (['tcp', 'udp'] as const).map((protocol): PortQuery => ({
      family,
      protocols: [protocol],
      ports: ranges[protocol],
    })),
  );
  return judgeOpenPorts(group, context, queries, () => most);
}

function internetOf(families: readonly Family[]): string {
  if (families.every((family) => family === 'ipv4')) return 'IPv4 Internet';
  return families.every((family) => family === 'ipv6') ? 'IPv6 Internet' : 'Internet';
}

type Exposure = PortQuery & PortExposure;

function openingsOf(exposures: readonly Exposure[], grade: 'open' | 'wide'): readonly Opening[] {
  return exposures.flatMap(({ family, [grade]: exposed }) =>
    exposed.map(({ protocol, from, to, sources }) => ({
      family,
      protocol,
      ports: { from, to },
      what: describePorts({ protocol, from, to }),
      sources,
    })),
  );
}

/** Judges the ports for administration over TCP and UDP alike, as the CIS benchmark reads them. */
export function judgeAdminPorts(
  group: Group,
  context: GroupContext,
  family: Family,
  ports: readonly string[],
): Verdict {
  const query: PortQuery = { family, protocols: ['tcp', 'udp'], ports: parsePorts(ports) };
  // SSH is TCP only: 22 over UDP is an open port, but not the way in that the check is about.
  return judgeOpenPorts(group, context, [query], (open) =>
    open.every(isUnusedOverUdp) ? 'medium' : undefined,
  );
}

/** Judges whether whole protocols are open to the Internet. */
export function judgeAllTraffic(group: Group, context: GroupContext): Verdict {
  const { rules, whole } = context.read(context.ingress.of(group));
  const exposures = bothFamilies.map((family) => ({ family, ...allTraffic(rules, family) }));
  const open = exposures.flatMap((exposure) => protocolsOf(exposure, exposure.open));
  if (open.length > 0) return failOpen(group, context, open);
  if (exposures.some(({ undecided }) => undecided.length > 0)) return cannotTell(context, whole);
  const wide = exposures.flatMap((exposure) => protocolsOf(exposure, exposure.wide));
  return pass('no protocol is open as a whole to the Internet', ...wordsOfWide(wide));
}

/** Says why the rules leave a doubt. */
export function cannotTell({ read }: Pick<GroupContext, 'read'>, whole: Observed<true>): never {
  read(whole);
  throw new Error('the rules leave a doubt that no call explains');
}

/** Fails as gravely as it is exposed, and no more gravely than the given severity. */
function failOpen(
  group: Group,
  { read, use }: GroupContext,
  openings: readonly Opening[],
  most?: Severity,
): Verdict {
  const { severity, isLatent, reasons } = exposureOf(use.of(group), openings, read);
  const capped = lighter(severity, most);
  const verdict = fail(...wordsOfOpen(openings), ...reasons);
  return {
    ...verdict,
    ...(capped === undefined ? {} : { severity: capped }),
    ...(isLatent ? { latent: true } : {}),
  };
}

/** The lighter of how far it is exposed, which may not be known, and what it is worth at most. */
function lighter(exposed: Graded | undefined, most: Severity | undefined): Graded | undefined {
  if (most === undefined) return exposed;
  const isLight = exposed && severities.indexOf(exposed.is) >= severities.indexOf(most);
  return isLight ? exposed : { is: most, because: 'what is open is worth no more by itself' };
}

function protocolsOf(
  { family }: Pick<Opening, 'family'>,
  exposed: readonly ExposedProtocol[],
): readonly Opening[] {
  return exposed.map(({ protocol, sources }) => ({
    family,
    protocol,
    ports: ALL_PORTS,
    what: wordsOfProtocol(protocol),
    sources,
  }));
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

/** Of many ports that are open the first few tell enough. */
const mostPorts = 12;

/** One line for each set of sources, however many ports it opens. */
function bySources(openings: readonly Opening[]): [sources: string, what: string][] {
  const lines = new Map<string, string[]>();
  for (const { what, sources } of openings) {
    const text = listOf(sources);
    lines.set(text, [...(lines.get(text) ?? []), what]);
  }
  return [...lines].map(([sources, what]) => [sources, listOf([...new Set(what)], mostPorts)]);
}
