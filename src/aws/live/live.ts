/** Answers from the live account: rate limited, bounded in flight and in time, ended by a signal. */
import type { Clock } from '../clock.ts';
import type { Transport } from '../transport.ts';
import { canonical } from '../evidence/canonical.ts';
import { type Connection, UndeclaredCall } from './connection.ts';
import { type Fault, notSent, toFault } from '../faults.ts';
import { createDispatcher, type Hold, type Places } from '../quota/dispatcher.ts';
import { createHope } from './hope.ts';
import { type Limits, usualLimits } from './limits.ts';
import { verdictOf } from './retry.ts';

export interface LiveOptions {
  readonly connection: Connection;
  /** The share of AWS's request rates that the scan may use, above 0 and up to 1. */
  readonly share: number;
  readonly clock: Clock;
  readonly limits?: Pick<Limits, 'doubted'>;
  /** Shared with other accounts that are scanned at once. */
  readonly places?: Places;
  /** Keeps back what was not sent yet. */
  readonly hold?: Hold;
  /** Ends the collection; its reason is an Error that says why. */
  readonly signal: AbortSignal;
  /** Told when no further call can succeed, as when the credentials have expired. */
  onHopeless(fault: Fault): void;
}

/** About two minutes in all, the time that IAM takes for a large credential report. */
const mostTries = 32;
export function liveTransport(options: LiveOptions): Transport {
  const { connection, signal, limits = usualLimits } = options;
  const dispatcher = createDispatcher({ ...options, verdict: verdictOf });
  const hope = createHope();

  return {
    exchange: async (operation, region, input) => {
      const { attempts, ...outcome } = await dispatcher.dispatch(operation, region, (isDoubted) =>
        operation.send(connection, region, input, isDoubted ? limits.doubted : undefined),
      );
      const at = new Date().toISOString();
      if ('value' in outcome) {
        hope.answered();
        const { output, requestId = null } = outcome.value;
        const kept = operation.redact ? operation.redact(output) : output;
        return { at, requestId, attempts, answer: canonical(kept) };
      }
      const { error } = outcome;
      if (error instanceof UndeclaredCall) throw error;
      if (signal.aborted) return { at, requestId: null, attempts, error: notSent(signal) };
      const fault = toFault(error);
      if (hope.isLost(operation.service, fault)) options.onHopeless(fault);
      return { at, requestId: requestIdOf(error), attempts, error: fault };
    },
    again: async (tries) => {
      if (tries >= mostTries || signal.aborted) return false;
      const pause = Math.min(4000, 200 * 2 ** (tries - 1));
      await pauseOf(pause, options);
      return !signal.aborted;
    },
  };
}

/** Ends early with the collection. */
function pauseOf(milliseconds: number, { clock, signal }: LiveOptions): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(milliseconds, end);
    signal.addEventListener('abort', end);
  });
}

function requestIdOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('$metadata' in error)) return null;
  const { $metadata: metadata } = error;
  if (typeof metadata !== 'object' || metadata === null || !('requestId' in metadata)) return null;
  return typeof metadata.requestId === 'string' ? metadata.requestId : null;
}
