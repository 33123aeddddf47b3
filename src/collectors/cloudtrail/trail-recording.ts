/** What each trail of the account records. Whether that is enough is judged in src/reasoning/trails.ts. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { withoutGone } from '../../collect/per-resource.ts';
import type { Listing } from '../../observe/observed.ts';
import type { RecordingTrail } from '../../reasoning/trails.ts';
import { type Trail, trailEvents, trails, trailStatus } from './trails.ts';

/** A trail with what it records. */
export interface TrailThatRecords extends Trail, Pick<RecordingTrail, 'status' | 'events'> {}

export const recordingTrails = defineCollector({
  id: 'cloudtrail.recording-trails',
  service: 'cloudtrail',
  scope: 'global',
  calls: [],
  needs: { trails, status: trailStatus, events: trailEvents },
  gather: (_, given): Listing<TrailThatRecords> => {
    const here = withoutGone(given.trails, given.status, given.events);
    const items = here.items.map((trail) => ({
      ...trail,
      status: given.status.of(trail),
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
