/** What a log of the gate says of the questions that a program asked. */
import type { Call } from '../emulator/gate.ts';
import type { Figures } from './figures.ts';

export interface Asked {
  readonly figures: Figures;
  /** Questions that were asked and answered more than once. */
  readonly repeated: readonly string[];
  /** Operations that the account behind the gate could not answer. */
  readonly unanswered: readonly string[];
}

export function askedIn(calls: readonly Call[]): Asked {
  const times = timesOf(calls);
  const answers = [...times.values()].reduce((sum, each) => sum + each, 0);
  const by = (who: Call['by']) => calls.filter((call) => call.by === who);
  return {
    figures: {
      calls: calls.length,
      distinct: times.size,
      duplicates: answers - times.size,
      throttled: by('rate').length,
    },
    repeated: [...times].filter(([, each]) => each > 1).map(([question]) => question),
    unanswered: [
      ...new Set(by('unanswered').map(({ service, operation }) => `${service}:${operation}`)),
    ].toSorted(),
  };
}

const answerers: ReadonlySet<Call['by']> = new Set(['moto', 'canned', 'kept', 'generated']);

/**
 * How often each question was answered. A retry after a throttle is no second question, and neither is asking whether
 * the credential report is ready.
 */
function timesOf(calls: readonly Call[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { service, operation, region, inputHash, by } of calls) {
    if (!answerers.has(by)) continue;
    const question = `${service}:${operation} ${region} ${inputHash.slice(0, 12)}`;
    const isPoll = operation === 'GenerateCredentialReport';
    times.set(question, isPoll ? 1 : (times.get(question) ?? 0) + 1);
  }
  return times;
}
