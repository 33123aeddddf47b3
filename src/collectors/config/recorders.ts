/** What AWS Config records in a Region, whether it does, and whether it can deliver. */
import type { ConfigurationRecorder } from '@aws-sdk/client-config-service';
import type { Aws, Members } from '../../aws/reads.ts';
import { accountResource, defineCollector, type Resource } from '../../collect/collector.ts';
import { any } from '../../observe/logic.ts';
import { type Listing, Observed, type Read } from '../../observe/observed.ts';
import {
  DescribeConfigurationRecorders,
  DescribeConfigurationRecorderStatus,
  DescribeDeliveryChannels,
} from './operations.ts';

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

export interface Recording extends Resource {
  readonly recorders: Observed<readonly Recorder[]>;
  readonly statuses: Observed<readonly RecorderStatus[]>;
  /** How many there are; null where there is no recorder that could use one, and so nobody asked. */
  readonly deliveryChannels: Observed<number | null>;
}

export const recordings = defineCollector({
  id: 'config.recordings',
  service: 'config',
  scope: 'regional',
  calls: [
    DescribeConfigurationRecorders,
    DescribeConfigurationRecorderStatus,
    DescribeDeliveryChannels,
  ],
  // Without a recorder nothing runs and nothing is delivered.
  gather: async (aws): Promise<Listing<Recording>> => {
    const recorders = await aws.get(DescribeConfigurationRecorders, {}, (answer, members) =>
      members
        .must(answer, 'ConfigurationRecorders')
        .filter(isOfCustomer)
        .map((recorder) => recorderOf(recorder, members)),
    );
    const state = Observed.open(recorders);
    const settings =
      state.known && state.value.length === 0
        ? {
            statuses: Observed.known([], ...state.sources),
            deliveryChannels: Observed.known(null, ...state.sources),
          }
        : await whatRuns(aws);
    return { items: [accountResource(aws, { recorders, ...settings })], gaps: [], sources: [] };
  },
});

/** Whether recorders run, and whether there is a channel that they could deliver to. */
async function whatRuns(aws: Aws): Promise<Pick<Recording, 'statuses' | 'deliveryChannels'>> {
  const [statuses, deliveryChannels] = await Promise.all([
    aws.get(DescribeConfigurationRecorderStatus, {}, (answer, { must }) =>
      must(answer, 'ConfigurationRecordersStatus').map((status) => ({
        name: must(status, 'name'),
        isRecording: must(status, 'recording'),
        lastStatus: status.lastStatus?.toUpperCase() ?? 'NONE',
      })),
    ),
    aws.get(
      DescribeDeliveryChannels,
      {},
      (answer, { must }) => must(answer, 'DeliveryChannels').length,
    ),
  ]);
  return { statuses, deliveryChannels };
}

/**
 * Recorders that a service keeps for itself record what that service needs, and those of a connector record another
 * cloud. AWS Config developer guide, "Working with the configuration recorder".
 */
function isOfCustomer(recorder: ConfigurationRecorder): boolean {
  const { servicePrincipal, recordingScope, connectorArn } = recorder;
  return !servicePrincipal && recordingScope !== 'INTERNAL' && !connectorArn;
}

/** The status of the customer's recorder; a recorder without one does not run. */
export function statusOf(recording: Recording, read: Read): Omit<RecorderStatus, 'name'> {
  const names = read(recording.recorders).map(({ name }) => name);
  const status = read(recording.statuses).find(({ name }) => names.includes(name));
  return status ?? { isRecording: false, lastStatus: 'NONE' };
}

/** Whether the recorder of one of the Regions runs and records the IAM types. */
export function recordIamTypes(
  everywhere: ReadonlyMap<string, Listing<Recording>>,
  read: Read,
): boolean {
  const recordsThem = (recording: Recording) =>
    read(recording.recorders).some(({ recordsGlobalTypes }) => recordsGlobalTypes) &&
    statusOf(recording, read).isRecording;
  const inRegion = [...everywhere.values()].map((listing) => () => read.some(listing, recordsThem));
  return any(...inRegion);
}

/** The types that includeGlobalResourceTypes speaks of. AWS Config API reference, "RecordingGroup". */
const globalTypes = ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy'];

function recorderOf(recorder: ConfigurationRecorder, { must }: Members): Recorder {
  const name = must(recorder, 'name');
  const group = must(recorder, 'recordingGroup');
  const strategy = group.recordingStrategy?.useOnly;
  if (strategy === 'EXCLUSION_BY_RESOURCE_TYPES') {
    // With exclusions includeGlobalResourceTypes says nothing: what is not excluded is recorded.
    const excluded = must(must(group, 'exclusionByResourceTypes'), 'resourceTypes');
    const recordsGlobalTypes = globalTypes.every((type) => !excluded.some((each) => each === type));
    return { name, records: { kind: 'all-but', excluded }, recordsGlobalTypes };
  }
  if (must(group, 'allSupported')) {
    const recordsGlobalTypes = must(group, 'includeGlobalResourceTypes');
    return { name, records: { kind: 'all' }, recordsGlobalTypes };
  }
  const types = group.resourceTypes?.map(String);
  const recordsGlobalTypes = globalTypes.every((type) => types?.includes(type) === true);
  return { name, records: { kind: 'some' }, recordsGlobalTypes };
}
