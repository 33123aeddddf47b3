/** Trails for tests, as the collectors give them. */
import type { Trail } from '../../src/collectors/cloudtrail/trails.ts';
import type { TrailThatRecords } from '../../src/collectors/cloudtrail/trail-recording.ts';
import type { RecordedEvents, TrailStatus } from '../../src/reasoning/trails.ts';
import { daysAgo } from './check-tester.ts';
import { known } from './observe.ts';

/** A trail that does all that is asked of it. */
export function trailWith(fields: Partial<Trail> = {}): Trail {
  return {
    arn: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit',
    type: 'AWS::CloudTrail::Trail',
    name: 'audit',
    region: 'eu-west-1',
    multiRegion: known(true),
    logFileValidation: known(true),
    kmsKey: known('arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555'),
    bucket: known('audit-logs'),
    logGroup: known('arn:aws:logs:eu-west-1:111122223333:log-group:audit:*'),
    ...fields,
  };
}

/** On, and all arrives. */
export function statusWith(fields: Partial<TrailStatus> = {}): TrailStatus {
  return {
    isLogging: true,
    deliveryError: null,
    digestError: null,
    cloudWatchError: null,
    cloudWatchDelivery: daysAgo(0),
    ...fields,
  };
}

export const allOrNone = (both: boolean) => ({ reads: both, writes: both });

export function eventsWith(fields: Partial<RecordedEvents> = {}): RecordedEvents {
  return {
    management: allOrNone(true),
    excludedSources: [],
    s3Objects: allOrNone(true),
    ...fields,
  };
}

export function recordingWith(fields: Partial<TrailThatRecords> = {}): TrailThatRecords {
  return { ...trailWith(), status: known(statusWith()), events: known(eventsWith()), ...fields };
}
