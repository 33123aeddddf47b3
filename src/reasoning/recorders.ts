/** What the recorders of AWS Config come to: whether they run, and whether one of them has the IAM types. */
import { any } from '../observe/logic.ts';
import type { Listing, Observed, Read } from '../observe/observed.ts';

/** A recorder of the customer's own resources. */
export interface Recorder {
  readonly name: string;
  readonly records: Recorded;
  /** Whether IAM users, groups, roles and customer managed policies are recorded here. */
  readonly recordsGlobalTypes: boolean;
}

/** All resource types, all but some, or only some. */
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

/** Whether the recorder of one of the Regions runs and records the IAM types. */
export function recordIamTypes(
  everywhere: ReadonlyMap<string, Listing<RecordingFacts>>,
  read: Read,
): boolean {
  const recordsThem = (recording: RecordingFacts) =>
    read(recording.recorders).some(({ recordsGlobalTypes }) => recordsGlobalTypes) &&
    statusOf(recording, read).isRecording;
  const inRegion = [...everywhere.values()].map((listing) => () => read.some(listing, recordsThem));
  return any(...inRegion);
}
