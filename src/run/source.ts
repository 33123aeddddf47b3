/** The live account as the source of a scan; kept evidence is the other (replay-source.ts). */
import { realClock } from '../aws/clock.ts';
import { type ClientConfig, connect } from '../aws/live/connection.ts';
import { liveTransport } from '../aws/live/live.ts';
import { type Limits, usualLimits } from '../aws/live/limits.ts';
import { openSession, type Session, type SessionOptions } from '../aws/live/session.ts';
import type { CallRecord } from '../aws/evidence/ledger.ts';
import type { Hold, Places } from '../aws/quota/dispatcher.ts';
import { CredentialsLost, DeadlineReached } from '../aws/faults.ts';
import type { Progress } from '../collect/collect.ts';
import { endOf } from './judging-end.ts';
import { version } from './version.generated.ts';
import type { ReadingEnd, ScanSource } from './scan.ts';

export interface LiveOptions extends SessionOptions {
  /** The share of AWS's request rates that the scan may use. */
  readonly rate: number;
  /** Milliseconds after which the reading, or the judging, ends. */
  readonly deadline?: number;
  /** Ends the scan early; its reason is an Error that says why. */
  readonly signal?: AbortSignal;
  readonly keep?: (record: CallRecord) => void;
  readonly progress?: Progress;
  readonly onJudged?: (done: number, of: number) => void;
  /** Shorter waits than usual, for tests. */
  readonly limits?: Limits;
  /** One that is open; the options of a session are of no account then. */
  readonly session?: Session;
  /** Places in flight that several scans share. */
  readonly places?: Places;
  /** Keeps back what was not sent yet, while other scans of the process need the memory. */
  readonly hold?: Hold;
}

export interface LiveSource extends ScanSource {
  /** What a client of its own is made with, for what is sent beside the scan; in the Region that the AWS CLI would ask. */
  readonly clientConfig: ClientConfig;
  ended(): ReadingEnd;
  /** Whether credentials have come: until then nothing was sent. */
  hasCredentials(): boolean;
  /** Lets go of the sockets. */
  close(): void;
}

/** Opens the way to the live account. Nothing is sent yet. */
export async function liveSource(options: LiveOptions): Promise<LiveSource> {
  const { limits = usualLimits } = options;
  const startedAt = new Date();
  const end = new AbortController();
  const stop = (reason: Error) => {
    if (!end.signal.aborted) end.abort(reason);
  };
  const timer =
    options.deadline === undefined
      ? undefined
      : setTimeout(() => {
          stop(new DeadlineReached());
        }, options.deadline);
  timer?.unref();
  const onSignal = () => {
    const { reason } = options.signal ?? {};
    stop(reason instanceof Error ? reason : new Error('the scan was interrupted'));
  };
  options.signal?.addEventListener('abort', onSignal, { once: true });
  // It may have come before anybody listened.
  if (options.signal?.aborted) onSignal();

  const session = options.session ?? (await openSession(options, limits));
  const { profile, region, homeRegion, wire } = session;
  const { credentials, haveCome } = watched(session.credentials);
  const connection = connect({
    credentials,
    ...(profile === undefined ? {} : { profile }),
    wire,
    userAgent: `srm-scan/${version}`,
  });
  const transport = liveTransport({
    connection,
    share: options.rate,
    clock: realClock,
    limits,
    ...(options.places && { places: options.places }),
    ...(options.hold && { hold: options.hold }),
    signal: end.signal,
    onHopeless: (fault) => {
      stop(new CredentialsLost(fault));
    },
  });
  return {
    clientConfig: connection.config(region),
    transport,
    startedAt,
    homeRegion,
    ...(region === homeRegion ? {} : { ownRegion: region }),
    ...(options.keep ? { keep: options.keep } : {}),
    ...(options.progress ? { progress: options.progress } : {}),
    ...(options.onJudged ? { onJudged: options.onJudged } : {}),
    signal: end.signal,
    ended: () => {
      const finishedAt = new Date().toISOString();
      if (!end.signal.aborted) return { status: 'complete', finishedAt };
      return { status: 'partial', endedBy: endOf(end.signal), finishedAt };
    },
    hasCredentials: haveCome,
    close: () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onSignal);
      connection.close();
    },
  };
}

/** The same credentials, of which is known whether there were any. */
function watched(provider: Session['credentials']) {
  let haveCome = false;
  const credentials: Session['credentials'] = async (properties) => {
    const found = await provider(properties);
    haveCome = true;
    return found;
  };
  // What the session marks, so that no client puts a memory of its own around it.
  return { credentials: Object.assign(credentials, { memoized: true }), haveCome: () => haveCome };
}
