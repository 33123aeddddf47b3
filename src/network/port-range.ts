/** A transport protocol that has ports. */
export type PortProtocol = 'tcp' | 'udp';

/** An inclusive range of ports, 0 to 65535. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Every port there is. */
export const ALL_PORTS: PortRange = { from: 0, to: 65_535 };

/** The ports as ranges of one port each. */
export function singlePorts(ports: readonly number[]): PortRange[] {
  return ports.map((port) => ({ from: port, to: port }));
}

/** The ranges that hold every port, 0 to 65535, but the given ones. */
export function portsExcept(excepted: readonly PortRange[]): PortRange[] {
  const ranges: PortRange[] = [];
  let next = ALL_PORTS.from;
  for (const { from, to } of excepted.toSorted((a, b) => a.from - b.from)) {
    if (from > next) ranges.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  if (next <= ALL_PORTS.to) ranges.push({ from: next, to: ALL_PORTS.to });
  return ranges;
}

/** Whether `outer` holds every port of `inner`. */
export function includesPorts(outer: PortRange, inner: PortRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two ranges have a port in common. */
export function meet(a: PortRange, b: PortRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/**
 * Cuts the wanted ports at the edges of `rules`, so that each piece lies wholly inside or wholly outside
 * every rule. Pieces come in ascending order and do not overlap, whatever the order of the input.
 */
export function cutAtEdges(wanted: readonly PortRange[], rules: readonly PortRange[]): PortRange[] {
  const edges = new Set<number>();
  for (const { from, to } of wanted) edges.add(from).add(to + 1);
  // Most rules have nothing to do with the ports that are wanted.
  const cuts = (edge: number) => wanted.some(({ from, to }) => from < edge && edge <= to);
  for (const { from, to } of rules) {
    if (cuts(from)) edges.add(from);
    if (cuts(to + 1)) edges.add(to + 1);
  }
  const starts = [...edges].toSorted((a, b) => a - b);
  const pieces: PortRange[] = [];
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1];
    if (next === undefined) break;
    const piece = { from, to: next - 1 };
    if (wanted.some((range) => includesPorts(range, piece))) pieces.push(piece);
  }
  return pieces;
}

/** The range between two ports, or `undefined` when they are not the two ends of one. */
export function toPortRange(
  from: number | undefined,
  to: number | undefined,
): PortRange | undefined {
  if (from === undefined || to === undefined || from > to) return undefined;
  return includesPorts(ALL_PORTS, { from, to }) ? { from, to } : undefined;
}
