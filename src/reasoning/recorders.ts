/** What the recorders of AWS Config come to: whether they run, and whether one of them has the IAM types. */
import type { Anywhere } from '../collect/collector.ts';
import type { Listing, Observed, Read } from '../observe/observed.ts';

/** A recorder of the customer's own resources. */
export interface Recorder {
  readonly name: string;
  readonly records: Recorded;
  /** Whether IAM users, groups, roles and customer managed policies are recorded here, where the Region can do that. */
  readonly recordsGlobalTypes: boolean;
}

/** All resource types, all but some, or only some. The IAM types are a matter of their own, and never among the excluded. */
type Recorded =
  | { readonly kind: 'all' }
  | { readonly kind: 'all-but'; readonly excluded: readonly string[] }
  | { readonly kind: 'some' };

export interface RecorderStatus {
  readonly name: string;
  readonly isRecording: boolean;
  /** Upper case: `SUCCESS`, `FAILURE`, `PENDING` ..., and `NONE` for a recorder that never ran. */
  readonly lastStatus: string;
}

/** What is known of a Region's recorders. */
export interface RecordingFacts {
  readonly recorders: Observed<readonly Recorder[]>;
  readonly statuses: Observed<readonly RecorderStatus[]>;
  /** How many there are; null where nobody asked: there is no recorder, or one that runs, which has a channel. */
  readonly deliveryChannels: Observed<number | null>;
}

/** The status of the customer's recorder; a recorder without one does not run. */
export function statusOf(
  recording: Pick<RecordingFacts, 'recorders' | 'statuses'>,
  read: Read,
): Omit<RecorderStatus, 'name'> {
  const names = read(recording.recorders).map(({ name }) => name);
  const status = read(recording.statuses).find(({ name }) => names.includes(name));
  return status ?? { isRecording: false, lastStatus: 'NONE' };
}

/**
 * Where AWS Config was available before February 2022. "You cannot record the global IAM resource types in Regions
 * supported by AWS Config after February 2022": AWS Config API reference, "RecordingGroup"; the Regions are those that
 * the developer guide leaves out under "Recording AWS Resources", read 2026-11. No Region can become one of them.
 */
const withIamTypes: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

/** Whether AWS Config can record the IAM types in a Region at all. The guide names none of other partitions that cannot. */
function canRecordIamTypes(region: string, partition: string): boolean {
  return partition !== 'aws' || withIamTypes.has(region);
}

/** Whether the recorder of a Region of the account runs and records the IAM types. */
export function recordIamTypes(
  everywhere: Anywhere<Listing<RecordingFacts>>,
  partition: string,
  read: Read,
): boolean {
  const recordsThem = (recording: RecordingFacts) =>
    read(recording.recorders).some(({ recordsGlobalTypes }) => recordsGlobalTypes) &&
    statusOf(recording, read).isRecording;
  return everywhere.some(
    read,
    (listing, region) => canRecordIamTypes(region, partition) && read.some(listing, recordsThem),
  );
}
