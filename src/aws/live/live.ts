/** Answers from the live account: rate limited, bounded in flight, ended by a signal. */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Transport } from '../transport.ts';
import { canonical } from '../evidence/canonical.ts';
import { type Connection, UndeclaredCall } from './connection.ts';
import { deadlineCode, type Fault, isExpired, toFault } from '../faults.ts';
import type { Exchange } from '../evidence/ledger.ts';
import type { Limiter } from '../quota/limiter.ts';

export interface LiveOptions {
  readonly connection: Connection;
  readonly limiter: Limiter;
  /** Ends the collection; its reason is an Error that says why. */
  readonly signal: AbortSignal;
  /** Told when no further call can succeed, as when the credentials have expired. */
  onHopeless(fault: Fault): void;
}

/** All calls together: beyond this a laptop's network suffers and a Lambda runs out of file descriptors. */
const callsInFlightInAll = 128;
/** About two minutes in all, the time that IAM takes for a large credential report. */
const mostTries = 32;

export function liveTransport(options: LiveOptions): Transport {
  const { connection, limiter, signal } = options;
  const inAll = pLimit(callsInFlightInAll);
  const byHost = new Map<string, LimitFunction>();

  const hostLimit = (service: string, region: string, callsInFlight: number): LimitFunction => {
    const key = `${service}/${region}`;
    const limit = byHost.get(key) ?? pLimit(callsInFlight);
    byHost.set(key, limit);
    return limit;
  };

  return {
    exchange: async (operation, region, input) => {
      const { service, callsInFlight } = operation;
      try {
        signal.throwIfAborted();
        await limiter.take(region, operation, signal);
        const answer = await hostLimit(
          service,
          region,
          callsInFlight,
        )(() =>
          inAll(() => {
            signal.throwIfAborted();
            return orAborted(operation.send(connection, region, input, signal), signal);
          }),
        );
        const output = operation.redact ? operation.redact(answer.output) : answer.output;
        return {
          at: new Date().toISOString(),
          requestId: answer.requestId ?? null,
          attempts: answer.attempts,
          answer: canonical(output),
        };
      } catch (error) {
        if (error instanceof UndeclaredCall) throw error;
        if (signal.aborted) return ended(signal);
        const fault = toFault(error);
        if (isExpired(fault)) options.onHopeless(fault);
        return { at: new Date().toISOString(), ...metadataOf(error), error: fault };
      }
    },
    again: async (tries) => {
      if (tries >= mostTries || signal.aborted) return false;
      const pause = Math.min(4000, 500 * 2 ** (tries - 1));
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      return !signal.aborted;
    },
  };
}

function ended(signal: AbortSignal): Exchange {
  const why = signal.reason instanceof Error ? signal.reason.message : 'the scan was ended';
  return unsent({ code: deadlineCode, message: `not read: ${why}` });
}

function unsent(error: Fault): Exchange {
  return { at: new Date().toISOString(), requestId: null, attempts: 0, error };
}

function metadataOf(error: unknown): Pick<Exchange, 'requestId' | 'attempts'> {
  const none = { requestId: null, attempts: 1 };
  if (!(error instanceof Error) || !('$metadata' in error)) return none;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null) return none;
  const requestId = 'requestId' in metadata ? metadata.requestId : null;
  const attempts = 'attempts' in metadata ? metadata.attempts : 1;
  return {
    requestId: typeof requestId === 'string' ? requestId : null,
    attempts: typeof attempts === 'number' ? attempts : 1,
  };
}

/** The SDK's pauses between attempts do not hear the signal; this does. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
