/**
 * Decides when each request is sent. A request needs a place in flight at its host, one among all, and a token of its
 * bucket; the token is taken last, when the places are there, so that the sends follow the rate and not the queue.
 * Requests that are tried again go first, and hold neither place nor token while they rest. A place that comes free goes
 * to the slowest bucket in line: what takes longest must not begin last.
 */
import type { Clock } from '../clock.ts';
import { type Bucket, createBucket } from './bucket.ts';
import type { Rated } from './rates.ts';
import { createSilence, type HostName, type Watch } from './silence.ts';

/** An operation as the dispatcher sees it. */
export interface Sendable extends Rated, Pick<HostName, 'scope'> {
  readonly callsInFlight: number;
}

export interface Dispatcher {
  /**
   * Sends a request, once or as often as the verdicts say. Never rejects.
   * @param send sends it once; `isDoubted` says that the host left others without an answer: not to wait long for it
   */
  dispatch<T>(
    operation: Sendable,
    region: string,
    send: (isDoubted: boolean) => Promise<T>,
  ): Promise<Outcome<T>>;
}

/** What came of a call, and how many requests it took: none where it was given up before its turn. */
export type Outcome<T> = { readonly attempts: number } & (
  | { readonly value: T }
  | { readonly error: unknown }
);

/** What an error says about the host, and about the request. */
export interface Verdict {
  readonly host: 'throttled' | 'timed-out' | 'answered' | 'unknown';
  /** Milliseconds before the request is sent again; absent where that is of no use. */
  readonly rest?: number;
}

export interface DispatcherOptions {
  /** The share of AWS's rates that the scan may use, above 0 and up to 1. */
  readonly share: number;
  /** Ends what waits and what is in flight; its reason is the error of each. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** The places in flight of all hosts together, where several dispatchers share them. */
  readonly places?: Places;
  /** Keeps what was not sent yet back for a while, where several dispatchers share something that runs short. */
  readonly hold?: Hold;
  verdict(error: unknown, attempts: number): Verdict;
}

/** The host, or every host of the Region, did not answer others: the request was given up. */
export class HostIsSilent extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'HostIsSilent';
  }
}

/**
 * All hosts together. More would only wait for the processor, with the answers of slow buckets behind them; and a laptop's
 * network suffers, and a Lambda runs out of file descriptors.
 */
const mostInFlight = 48;

interface Job {
  attempts: number;
  /** Milliseconds of the clock. */
  sentAt: number;
  restsUntil: number;
  isSettled: boolean;
  /** Sends it, and settles it where that went well. */
  send(isDoubted: boolean): Promise<void>;
  fail(error: unknown): void;
}

/** The requests that share a bucket. */
interface Lane extends Waiting {
  readonly host: Host;
  readonly bucket: Bucket;
  readonly fresh: Job[];
  /** To be sent again now. */
  readonly again: Job[];
  /** To be sent again later, the soonest first. */
  readonly resting: Job[];
  wake: { readonly at: number; cancel(): void } | undefined;
}

interface Host {
  readonly watch: Watch;
  readonly places: Places;
  readonly inFlight: Set<Job>;
  readonly lanes: Map<string, Lane>;
}

/** Places in flight, and who waits for one. */
export interface Places {
  free: number;
  readonly line: Waiting[];
}

/** Whether requests are kept back, and those that are. Whoever ends it calls `letGo`. */
export interface Hold {
  isHeld(): boolean;
  readonly line: Waiting[];
}

/** A lane in line, of whatever dispatcher. */
interface Waiting {
  readonly bucket: Pick<Bucket, 'perSecond'>;
  isInLine: boolean;
  /** Its turn has come. */
  pump(): void;
}

/** For dispatchers that share them: however many accounts are scanned at once, a process has no more sockets at work. */
export function createPlaces(): Places {
  return { free: mostInFlight, line: [] };
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { share, signal, clock, verdict } = options;
  const watchOf = createSilence();
  const hosts = new Map<string, Host>();
  const all = options.places ?? createPlaces();

  const laneOf = ({ service, name, rate, scope, callsInFlight }: Sendable, region: string) => {
    const at = `${service}/${region}`;
    const host = hosts.get(at) ?? {
      watch: watchOf({ service, region, scope }),
      places: { free: callsInFlight, line: [] },
      inFlight: new Set(),
      lanes: new Map(),
    };
    hosts.set(at, host);
    const group = rate.group ?? name;
    const lane: Lane = host.lanes.get(group) ?? {
      host,
      pump: () => pump(lane),
      bucket: createBucket(rate, share, clock.now()),
      fresh: [],
      again: [],
      resting: [],
      isInLine: false,
      wake: undefined,
    };
    host.lanes.set(group, lane);
    return lane;
  };

  /** Sends what may be sent now, and sees to it that the rest gets its turn. */
  const pump = (lane: Lane): void => {
    while (!lane.isInLine) {
      const now = clock.now();
      while (lane.resting[0] && lane.resting[0].restsUntil <= now) {
        lane.again.push(...lane.resting.splice(0, 1));
      }
      if (lane.again.length === 0 && lane.fresh.length === 0) {
        wakeAt(lane, lane.resting[0]?.restsUntil);
        return;
      }
      if (options.hold?.isHeld()) {
        lane.isInLine = true;
        options.hold.line.push(lane);
        return;
      }
      const full = [lane.host.places, all].find(({ free }) => free <= 0);
      if (full) {
        lane.isInLine = true;
        intoLine(full.line, lane);
        return;
      }
      const wait = lane.bucket.wait(now);
      if (wait > 0) {
        wakeAt(lane, now + wait);
        return;
      }
      lane.bucket.take(now);
      const job = lane.again.shift() ?? lane.fresh.shift();
      if (job) start(lane, job, now);
    }
  };

  /** One timer for all who wait. One that comes too early does no harm: it is set again. */
  const wakeAt = (lane: Lane, at: number | undefined): void => {
    if (at !== undefined && lane.wake && lane.wake.at <= at) return;
    lane.wake?.cancel();
    lane.wake = undefined;
    if (at === undefined) return;
    const cancel = clock.after(Math.max(1, at - clock.now()), () => {
      lane.wake = undefined;
      pump(lane);
    });
    lane.wake = { at, cancel };
  };

  const start = (lane: Lane, job: Job, now: number): void => {
    const { host } = lane;
    host.places.free -= 1;
    all.free -= 1;
    host.inFlight.add(job);
    job.attempts += 1;
    job.sentAt = now;
    run(lane, job).catch((error: unknown) => {
      job.fail(error);
    });
  };

  const run = async (lane: Lane, job: Job): Promise<void> => {
    const { host } = lane;
    try {
      await job.send(host.watch.isDoubted());
      host.watch.answered();
    } catch (error) {
      judge(lane, job, error);
    } finally {
      host.inFlight.delete(job);
      host.places.free += 1;
      all.free += 1;
      // Those in line come first: a lane that takes its own place again would keep it.
      callNext(host.places);
      callNext(all);
      pump(lane);
    }
  };

  const judge = (lane: Lane, job: Job, error: unknown): void => {
    const { host, bucket, resting } = lane;
    const now = clock.now();
    const { host: said, rest } = verdict(error, job.attempts);
    if (said === 'throttled') bucket.throttled(now, job.sentAt);
    if (said === 'throttled' || said === 'answered') host.watch.answered();
    if (said === 'timed-out' && host.watch.timedOut(job.sentAt, now)) giveUpSilent();
    if (job.isSettled || rest === undefined) {
      job.fail(error);
      return;
    }
    job.restsUntil = now + rest;
    const after = resting.findIndex(({ restsUntil }) => restsUntil > job.restsUntil);
    resting.splice(after === -1 ? resting.length : after, 0, job);
  };

  const giveUpSilent = (): void => {
    for (const host of hosts.values()) {
      const why = host.watch.goneBecause();
      if (why !== undefined) failAll(host, new HostIsSilent(why));
    }
  };

  signal.addEventListener(
    'abort',
    () => {
      for (const host of hosts.values()) failAll(host, signal.reason);
    },
    { once: true },
  );

  return {
    dispatch: (operation, region, send) =>
      new Promise((resolve) => {
        const job: Job = {
          attempts: 0,
          sentAt: 0,
          restsUntil: 0,
          isSettled: false,
          send: async (isDoubted) => {
            const value = await send(isDoubted);
            if (job.isSettled) return;
            job.isSettled = true;
            resolve({ attempts: job.attempts, value });
          },
          fail: (error) => {
            if (job.isSettled) return;
            job.isSettled = true;
            resolve({ attempts: job.attempts, error });
          },
        };
        if (signal.aborted) {
          job.fail(signal.reason);
          return;
        }
        const lane = laneOf(operation, region);
        const why = lane.host.watch.goneBecause();
        if (why === undefined) {
          lane.fresh.push(job);
          pump(lane);
        } else {
          job.fail(new HostIsSilent(why));
        }
      }),
  };
}

/** Sends what was kept back. */
export function letGo({ line }: Hold): void {
  for (const lane of line.splice(0)) {
    lane.isInLine = false;
    lane.pump();
  }
}

function callNext(places: Places): void {
  while (places.free > 0) {
    const lane = places.line.shift();
    if (!lane) return;
    lane.isInLine = false;
    lane.pump();
  }
}

/** Before every lane whose bucket refills faster: one that refills slowly cannot take many places, as it waits for tokens. */
function intoLine(line: Waiting[], lane: Waiting): void {
  const { perSecond } = lane.bucket;
  const before = line.findLastIndex(({ bucket }) => bucket.perSecond <= perSecond);
  line.splice(before + 1, 0, lane);
}

/** Settles what waits and what is in flight; the places in flight are free again when their requests end. */
function failAll(host: Host, error: unknown): void {
  for (const lane of host.lanes.values()) {
    lane.wake?.cancel();
    lane.wake = undefined;
    for (const jobs of [lane.fresh, lane.again, lane.resting]) {
      for (const job of jobs.splice(0)) job.fail(error);
    }
  }
  for (const job of host.inFlight) job.fail(error);
}
