import { union } from './address-set.ts';
import type { AddressRange, Family } from './cidr.ts';
import { gradeAddresses, isInternetRoutable } from './internet.ts';
import type { SourceGrade } from './internet.ts';
import { cutAtEdges } from './port-range.ts';
import type { PortRange, PortProtocol } from './port-range.ts';

/** Why it cannot be told what a source, or the rule that names it, lets in. */
export type DoubtReason = 'unreadable-prefix-list' | 'unparsable-cidr' | 'missing-port-range';

/** A source whose effect is not known. */
export interface Doubt {
  readonly source: string;
  readonly reason: DoubtReason;
}

/** What to judge: which ports of which protocols, for Internet sources of which family. */
export interface PortQuery {
  readonly family: Family;
  readonly protocols: readonly PortProtocol[];
  readonly ports: readonly PortRange[];
}

/** Ports that the named sources, taken together, let the Internet (or much of it) reach. */
export interface ExposedPorts extends PortRange {
  readonly protocol: PortProtocol;
  readonly sources: readonly string[];
}

/** Ports that are not known to be open, but would be if one of the doubts were the whole Internet. */
export interface UndecidedPorts extends PortRange {
  readonly protocol: PortProtocol;
  readonly doubts: readonly Doubt[];
}

/**
 * The verdict on the ports of a query. `open` fails a check, `undecided` makes it unknown, `wide` is a
 * reservation on a pass. A port is in at most one of `open` and `undecided`; it may be `wide` and `undecided`.
 * Ranges are in ascending order, protocol by protocol as asked.
 */
export interface PortExposure {
  readonly open: readonly ExposedPorts[];
  readonly wide: readonly ExposedPorts[];
  readonly undecided: readonly UndecidedPorts[];
}

/** The verdict on traffic that one set of rules decides in the same way. */
export interface TrafficGrade {
  readonly grade: SourceGrade;
  /** The sources to blame for a grade of `open` or `wide`, else empty. */
  readonly sources: readonly string[];
  /** Empty when the grade is `open`: nothing could make it worse. */
  readonly doubts: readonly Doubt[];
}

/** A source with the addresses of one family that it stands for. */
export interface AddressSource {
  readonly name: string;
  readonly addresses: readonly AddressRange[];
}

/**
 * Judges the ports of a query. `edges` are the port ranges of all rules, between which the verdict cannot
 * change; `judge` is asked once for each stretch between two edges.
 */
export function judgePorts(
  query: PortQuery,
  edges: readonly PortRange[],
  judge: (protocol: PortProtocol, ports: PortRange) => TrafficGrade,
): PortExposure {
  const open: ExposedPorts[] = [];
  const wide: ExposedPorts[] = [];
  const undecided: UndecidedPorts[] = [];
  for (const protocol of query.protocols) {
    for (const ports of cutAtEdges(query.ports, edges)) {
      const { grade, sources, doubts } = judge(protocol, ports);
      if (grade === 'open') open.push({ protocol, ...ports, sources });
      if (grade === 'wide') wide.push({ protocol, ...ports, sources });
      if (doubts.length > 0) undecided.push({ protocol, ...ports, doubts });
    }
  }
  return { open: joined(open), wide: joined(wide), undecided: joined(undecided) };
}

/** Grades sources as one union and names those to blame: each that has the grade alone, else all that are public. */
export function judgeSources(
  sources: readonly AddressSource[],
  family: Family,
): Pick<TrafficGrade, 'grade' | 'sources'> {
  const grade = gradeAddresses(union(sources.flatMap(({ addresses }) => addresses)), family);
  if (grade === 'limited') return { grade, sources: [] };

  const alone = sources.filter((source) => gradeOf(source, family) === grade);
  const blamed = alone.length > 0 ? alone : sources.filter((source) => isPublic(source, family));
  return { grade, sources: [...new Set(blamed.map(({ name }) => name))] };
}

/** Whether a source stands for any address of the Internet. */
export function isPublic(source: AddressSource, family: Family): boolean {
  return source.addresses.some((range) => isInternetRoutable({ family, ...range }));
}

function gradeOf(source: AddressSource, family: Family): SourceGrade {
  return gradeAddresses(union(source.addresses), family);
}

function joined<T extends ExposedPorts | UndecidedPorts>(pieces: readonly T[]): T[] {
  const result: T[] = [];
  for (const piece of pieces) {
    const previous = result.at(-1);
    if (previous !== undefined && continues(previous, piece)) {
      result[result.length - 1] = { ...previous, to: piece.to };
    } else {
      result.push(piece);
    }
  }
  return result;
}

function continues<T extends ExposedPorts | UndecidedPorts>(previous: T, next: T): boolean {
  const neighbour = previous.protocol === next.protocol && previous.to + 1 === next.from;
  return neighbour && isSame(blameOf(previous), blameOf(next));
}

function blameOf(piece: ExposedPorts | UndecidedPorts): readonly string[] {
  return 'sources' in piece
    ? piece.sources
    : piece.doubts.map(({ source, reason }) => `${reason} ${source}`);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
