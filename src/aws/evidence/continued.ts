/** The live account behind what was kept of it: a reading that goes on asks only what has no answer yet. */
import type { Transport } from '../transport.ts';
import type { KeptCalls } from './kept-calls.ts';

export interface Continued extends Transport {
  /** Whether the call was sent now, and not answered from what was kept, or lost before its turn. */
  isNew(id: string): boolean;
  /** Requests of earlier parts for what was not asked this time, by service: a call that was lost may have led to others. */
  sentBesides(): Readonly<Record<string, number>>;
}

/**
 * A call that was lost is asked again, and has the requests of both times. So is one that is asked a second time: its answer was
 * not ready when it was kept. A list goes on behind the last page that was kept, by the token of that page; where AWS does not
 * take the token any more, the list has a gap, as within one reading.
 */
export function continued(kept: KeptCalls, live: Transport): Continued {
  const given = new Set<string>();
  const asked = new Set<string>();
  const sent = new Set<string>();
  return {
    exchange: async (operation, region, input, call) => {
      const { id } = call;
      const isFirst = !given.has(id) && !asked.has(id);
      const before = isFirst ? await kept.exchangeOf(id) : undefined;
      if (before) {
        given.add(id);
        return before;
      }
      asked.add(id);
      const exchange = await live.exchange(operation, region, input, call);
      if (exchange.attempts > 0) sent.add(id);
      return isFirst ? { ...exchange, attempts: exchange.attempts + kept.sentFor(id) } : exchange;
    },
    again: (tries) => live.again(tries),
    isNew: (id) => sent.has(id),
    sentBesides: () => kept.sentBesides((id) => given.has(id) || asked.has(id)),
  };
}
