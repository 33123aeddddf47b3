/** The two sources of a scan: the live account, and kept evidence. */
import { realClock } from '../aws/clock.ts';
import { connect } from '../aws/live/connection.ts';
import { liveTransport } from '../aws/live/live.ts';
import { replayTransport } from '../aws/evidence/replay.ts';
import { openSession, type SessionOptions } from '../aws/live/session.ts';
import type { CallRecord } from '../aws/evidence/ledger.ts';
import type { Progress } from '../collect/collect.ts';
import type { Evidence } from '../aws/evidence/record.ts';
import type { ScanSource } from './scan.ts';

export interface LiveOptions extends SessionOptions {
  /** The share of AWS's request rates that the scan may use. */
  readonly rate: number;
  /** Milliseconds after which the collection ends. */
  readonly deadline?: number;
  /** Ends the collection early; its reason is an Error that says why. */
  readonly signal?: AbortSignal;
  readonly keep?: (record: CallRecord) => void;
  readonly progress?: Progress;
}

export interface LiveSource extends ScanSource {
  /** Lets go of the sockets. */
  close(): void;
}

/** Opens the way to the live account. Nothing is sent yet. */
export async function liveSource(options: LiveOptions): Promise<LiveSource> {
  const startedAt = new Date();
  const end = new AbortController();
  const stop = (reason: Error) => {
    if (!end.signal.aborted) end.abort(reason);
  };
  const timer =
    options.deadline === undefined
      ? undefined
      : setTimeout(() => {
          stop(new Error('the deadline was reached'));
        }, options.deadline);
  timer?.unref();
  const onSignal = () => {
    const { reason } = options.signal ?? {};
    stop(reason instanceof Error ? reason : new Error('the scan was interrupted'));
  };
  options.signal?.addEventListener('abort', onSignal, { once: true });

  const { credentials, profile, homeRegion } = await openSession(options);
  const connection = connect({ credentials, ...(profile === undefined ? {} : { profile }) });
  const transport = liveTransport({
    connection,
    share: options.rate,
    clock: realClock,
    signal: end.signal,
    onHopeless: (fault) => {
      stop(new Error(`the credentials ended during the scan (${fault.code}: ${fault.message})`));
    },
  });
  return {
    transport,
    startedAt,
    homeRegion,
    ...(options.keep ? { keep: options.keep } : {}),
    ...(options.progress ? { progress: options.progress } : {}),
    ended: () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onSignal);
      const finishedAt = new Date().toISOString();
      if (!end.signal.aborted) return { status: 'complete', finishedAt };
      const { reason } = end.signal;
      const endedBy = reason instanceof Error ? reason.message : 'unknown';
      return { status: 'partial', endedBy, finishedAt };
    },
    close: () => {
      clearTimeout(timer);
      connection.close();
    },
  };
}

/** Answers every call from evidence, at the time of its recording. */
export function replaySource({ start, end, calls }: Evidence): ScanSource {
  return {
    transport: replayTransport(calls, start.startedAt),
    startedAt: new Date(start.startedAt),
    homeRegion: start.homeRegion,
    ended: () => ({
      status: end.status,
      finishedAt: end.finishedAt,
      ...(end.endedBy === undefined ? {} : { endedBy: end.endedBy }),
    }),
  };
}
