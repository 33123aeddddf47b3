/** Kept evidence as the source of a scan: nothing of the way to a live account is loaded for it. */
import { notSent } from '../aws/faults.ts';
import type { Evidence } from '../aws/evidence/record.ts';
import { replayTransport } from '../aws/evidence/replay.ts';
import type { Transport } from '../aws/transport.ts';
import { endOf } from './judging-end.ts';
import { inTurns } from './pace.ts';
import type { ScanSource } from './scan.ts';
import type { LiveOptions } from './source.ts';

export type ReplayOptions = Pick<LiveOptions, 'signal' | 'progress' | 'onJudged'>;

/** Answers every call from evidence, at the time of its recording. */
export function replaySource(evidence: Evidence, options: ReplayOptions = {}): ScanSource {
  const { start, end, calls, seal } = evidence;
  const sealed = seal === undefined ? {} : { evidence: seal };
  const { signal } = options;
  const replay = replayTransport(calls, start.startedAt);
  return {
    ...options,
    ...(start.sample ? { sample: start.sample } : {}),
    transport: signal ? endable(replay, signal, start.startedAt) : replay,
    startedAt: new Date(start.startedAt),
    homeRegion: start.homeRegion,
    ...(start.ownRegion === undefined ? {} : { ownRegion: start.ownRegion }),
    ended: () => {
      const { status, finishedAt } = end;
      const endedBy = end.endedBy ?? (signal?.aborted ? endOf(signal) : undefined);
      if (endedBy === undefined) return { status, finishedAt, ...sealed };
      return { status: 'partial', endedBy, finishedAt, ...sealed };
    },
  };
}

/** A replay never waits for anything, so nobody would hear the signal but for a pause now and then. */
function endable(replay: Transport, signal: AbortSignal, at: string): Transport {
  const pace = inTurns();
  return {
    ...replay,
    exchange: async (...call) => {
      if (pace.isDue()) await pace.rest();
      if (!signal.aborted) return replay.exchange(...call);
      return { at, requestId: null, attempts: 0, error: notSent(signal) };
    },
  };
}
