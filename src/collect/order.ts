/** In which order collectors start, where they share a rate. */
import { type Collector, collectorsOf } from './collector.ts';

/**
 * Those first whose results the longest chain of further calls waits for: the whole ends when the longest chain does.
 * Among equals the order stays.
 */
export function longestFirst(
  collectors: readonly Collector<unknown>[],
): readonly Collector<unknown>[] {
  const waiting = new Map<Collector<unknown>, Collector<unknown>[]>();
  for (const collector of collectors) {
    for (const need of collectorsOf(collector.needs)) {
      waiting.set(need, [...(waiting.get(need) ?? []), collector]);
    }
  }
  const lengths = new Map<Collector<unknown>, number>();
  const lengthOf = (collector: Collector<unknown>): number => {
    const known = lengths.get(collector);
    if (known !== undefined) return known;
    const own = collector.calls.length > 0 ? 1 : 0;
    const length = own + Math.max(0, ...(waiting.get(collector) ?? []).map(lengthOf));
    lengths.set(collector, length);
    return length;
  };
  return collectors.toSorted((a, b) => lengthOf(b) - lengthOf(a));
}
