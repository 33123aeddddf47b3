/** Whether one trail of the account records something in every Region: the question of several checks. */
import { fail, pass, type Verdict } from '../../judge/verdict.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { withoutGone } from '../../collect/per-resource.ts';
import { all } from '../../observe/logic.ts';
import { failWhen } from '../../judge/fail-when.ts';
import type { Listing, Observed, Read } from '../../observe/observed.ts';
import { type Trail, trailEvents, trailLogging, trails } from './trails.ts';
import type { RecordedEvents } from './event-selectors.ts';

/** A trail, organisation trails included, and what it does. */
export interface RecordingTrail extends Pick<Trail, 'name' | 'region' | 'multiRegion'> {
  readonly logging: Observed<boolean>;
  readonly events: Observed<RecordedEvents>;
}

export const recordingTrails = defineCollector({
  id: 'cloudtrail.recording-trails',
  service: 'cloudtrail',
  scope: 'global',
  calls: [],
  needs: { trails, logging: trailLogging, events: trailEvents },
  gather: (_, given): Listing<RecordingTrail> => {
    const here = withoutGone(given.trails, given.logging, given.events);
    const items = here.items.map((trail) => ({
      ...trail,
      logging: given.logging.of(trail),
      events: given.events.of(trail),
    }));
    return { ...here, items };
  },
});

/** The account, which some trail must cover. */
export const trailAccount = defineCollector({
  id: 'cloudtrail.account',
  service: 'cloudtrail',
  scope: 'global',
  calls: [],
  gather: (aws) => accountListing(aws, {}),
});

/** What a trail is wanted for. */
export interface Wanted {
  /** As it stands behind "records". */
  readonly what: string;
  isRecorded(events: RecordedEvents): boolean;
  /** Reservations beside a pass. */
  notes?(events: RecordedEvents): readonly string[];
}

/**
 * Passes when one trail that is on and covers every Region records what is wanted. A trail that does decides it,
 * whatever could not be read of others.
 */
export function judgeRecording(
  read: Read,
  recording: Listing<RecordingTrail>,
  wanted: Wanted,
): Verdict {
  const serving = read.matching(recording, (trail) =>
    all(
      () => read(trail.multiRegion),
      () => read(trail.logging),
      () => wanted.isRecorded(read(trail.events)),
    ),
  );
  if (serving.length > 0) {
    return pass(
      ...serving.flatMap(({ name, events }) => [
        `trail ${name} records ${wanted.what} in every Region`,
        ...(wanted.notes?.(read(events)) ?? []),
      ]),
    );
  }
  if (recording.items.length === 0) return fail('there is no trail');
  return fail(...recording.items.flatMap((trail) => shortfalls(read, trail, wanted)));
}

/** Why a trail that is known to fall short does; there is at least one reason that could be read. */
function shortfalls(read: Read, trail: RecordingTrail, wanted: Wanted): readonly string[] {
  const { name, region, multiRegion, logging, events } = trail;
  const verdict = failWhen(
    {
      [`trail ${name} covers ${region} only`]: () => !read(multiRegion),
      [`trail ${name} is stopped`]: () => !read(logging),
      [`trail ${name} does not record ${wanted.what}`]: () => !wanted.isRecorded(read(events)),
    },
    '',
  );
  return verdict.reasons;
}
