/** Whether one trail of the account records something in every Region: the question of several checks. */
import { failWhen } from '../judge/fail-when.ts';
import { fail, pass, type Verdict } from '../judge/verdict.ts';
import { ifKnown } from '../observe/if-known.ts';
import { all } from '../observe/logic.ts';
import type { Listing, Observed, Read } from '../observe/observed.ts';

export interface ReadsAndWrites {
  readonly reads: boolean;
  readonly writes: boolean;
}

/** What a trail records, all its selectors together. */
export interface RecordedEvents {
  /** Management events of all services but those of `excludedSources`. */
  readonly management: ReadsAndWrites;
  /** Services whose management events are left out, as CloudTrail allows for a few noisy ones. */
  readonly excludedSources: readonly string[];
  /** Data events of the objects of all buckets. */
  readonly s3Objects: ReadsAndWrites;
}

/**
 * What a trail does at this time. The errors are AWS's words for why the latest files did not arrive, null where they
 * did: AWS CloudTrail API reference, "GetTrailStatus".
 */
export interface TrailStatus {
  readonly isLogging: boolean;
  /** Of log files in the bucket. */
  readonly deliveryError: string | null;
  /** Of digest files, which log file validation needs, in the bucket. */
  readonly digestError: string | null;
  /** Of events in the log group of CloudWatch Logs. */
  readonly cloudWatchError: string | null;
  /** When events last arrived there; null where none ever did. */
  readonly cloudWatchDelivery: Date | null;
}

/** A trail, organisation trails included, and what it does. */
export interface RecordingTrail {
  readonly name: string;
  /** Its home Region. */
  readonly region: string;
  readonly multiRegion: Observed<boolean>;
  readonly status: Observed<TrailStatus>;
  /** Null of a trail of one Region, where nobody asked: it cannot be the one that covers all. */
  readonly events: Observed<RecordedEvents | null>;
}

/** What a trail is wanted for. */
export interface Wanted {
  /** As it stands behind "records". */
  readonly what: string;
  isRecorded(events: RecordedEvents): boolean;
  /** Reservations beside a pass. */
  notes?(events: RecordedEvents): readonly string[];
}

/**
 * Passes when one trail that is on, covers every Region and delivers records what is wanted. A trail that does decides it,
 * whatever could not be read of others.
 */
export function judgeRecording(
  read: Read,
  recording: Listing<RecordingTrail>,
  wanted: Wanted,
): Verdict {
  const serving: RecordingTrail[] = [];
  const isServed = read.some(recording, (trail) => {
    const serves = all(
      () => read(trail.multiRegion),
      () => read(trail.status).isLogging,
      () => read(trail.status).deliveryError === null,
      () => {
        const events = read(trail.events);
        return events !== null && wanted.isRecorded(events);
      },
    );
    if (serves) serving.push(trail);
    return serves;
  });
  if (isServed) {
    return pass(
      ...serving.flatMap((trail) => {
        const events = read(trail.events);
        const notes = events === null ? [] : (wanted.notes?.(events) ?? []);
        return [
          `trail ${trail.name} records ${wanted.what} in every Region`,
          ...notes,
          ...cloudWatchNote(trail.name, read(trail.status)),
        ];
      }),
    );
  }
  // A trail that covers every Region shows itself in each: a scan of some Regions misses none.
  if (recording.items.length === 0) return fail('there is no trail that covers every Region');
  return fail(...recording.items.flatMap((trail) => shortfalls(read, trail, wanted)));
}

/** Why a trail that is known to fall short does; there is at least one reason that could be read. */
function shortfalls(read: Read, trail: RecordingTrail, wanted: Wanted): readonly string[] {
  const { name, region, multiRegion, status, events } = trail;
  const error = ifKnown(() => read(status).deliveryError);
  const verdict = failWhen(
    {
      [`trail ${name} covers ${region} only`]: () => !read(multiRegion),
      [`trail ${name} is stopped`]: () => !read(status).isLogging,
      [`trail ${name} cannot deliver its log files: ${error}`]: () =>
        read(status).deliveryError !== null,
      [`trail ${name} does not record ${wanted.what}`]: () => {
        const recorded = read(events);
        return recorded !== null && !wanted.isRecorded(recorded);
      },
    },
    '',
  );
  return verdict.reasons;
}

/** What is wanted of a trail is in its bucket all the same. */
function cloudWatchNote(name: string, { cloudWatchError }: TrailStatus): readonly string[] {
  return cloudWatchError === null
    ? []
    : [`trail ${name} fails to deliver to CloudWatch Logs: ${cloudWatchError}`];
}
