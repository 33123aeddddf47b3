/** What AWS Config records in a Region, whether it does, and whether it can deliver. */
import type { ConfigurationRecorder } from '@aws-sdk/client-config-service';
import { oneOf } from '../../aws/one-of.ts';
import type { Aws, Members } from '../../aws/reads.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { derive, type Listing, Observed } from '../../observe/observed.ts';
import { type Recorder, type RecordingFacts, statusOf } from '../../reasoning/recorders.ts';
import {
  DescribeConfigurationRecorders,
  DescribeConfigurationRecorderStatus,
  DescribeDeliveryChannels,
} from './operations.ts';

/** What a Region's recorders do, with the account as the resource. */
export interface Recording extends Resource, RecordingFacts {}

export const recordings = defineCollector({
  id: 'config.recordings',
  service: 'config',
  scope: 'regional',
  calls: [
    DescribeConfigurationRecorders,
    DescribeConfigurationRecorderStatus,
    DescribeDeliveryChannels,
  ],
  gather: async (aws): Promise<Listing<Recording>> => {
    const recorders = await aws.get(DescribeConfigurationRecorders, {}, (answer, members) =>
      members
        .must(answer, 'ConfigurationRecorders')
        .filter((recorder) => isOfCustomer(recorder, members))
        .map((recorder) => recorderOf(recorder, members)),
    );
    const state = Observed.open(recorders);
    const settings =
      state.known && state.value.length === 0
        ? {
            // Without a recorder nothing runs and nothing is delivered.
            statuses: Observed.known([], ...state.sources),
            deliveryChannels: Observed.known(null, ...state.sources),
          }
        : await whatRuns(aws, recorders);
    return accountListing(aws, { recorders, ...settings });
  },
});

/** Whether recorders run, and whether there is a channel that they could deliver to. */
async function whatRuns(
  aws: Aws,
  recorders: Observed<readonly Recorder[]>,
): Promise<Pick<RecordingFacts, 'statuses' | 'deliveryChannels'>> {
  const statuses = await aws.get(DescribeConfigurationRecorderStatus, {}, (answer, members) =>
    members.must(answer, 'ConfigurationRecordersStatus').map((status) => ({
      name: members.must(status, 'name'),
      isRecording: members.must(status, 'recording'),
      // A recorder that never ran has none.
      lastStatus:
        status.lastStatus === undefined
          ? 'NONE'
          : oneOf(status.lastStatus.toUpperCase(), lastStatuses, members),
    })),
  );
  const runs = derive((read) => statusOf({ recorders, statuses }, read).isRecording);
  const state = Observed.open(runs);
  // No recorder can be started without a channel, and none can lose it while it runs: AWS Config API reference,
  // "StartConfigurationRecorder" and "DeleteDeliveryChannel".
  if (state.known && state.value) {
    return { statuses, deliveryChannels: Observed.known(null, ...state.sources) };
  }
  const deliveryChannels = await aws.get(
    DescribeDeliveryChannels,
    {},
    (answer, { must }) => must(answer, 'DeliveryChannels').length,
  );
  return { statuses, deliveryChannels };
}

/** Of `ConfigurationRecorder`. */
interface RecorderOwner {
  readonly servicePrincipal?: string | undefined;
  readonly recordingScope?: string | undefined;
  readonly connectorArn?: string | undefined;
}

/**
 * Recorders that a service keeps for itself record what that service needs, and those of a connector record another
 * cloud. AWS Config developer guide, "Working with the configuration recorder".
 */
export function isOfCustomer(
  { servicePrincipal, recordingScope, connectorArn }: RecorderOwner,
  members: Members,
): boolean {
  const isPaid =
    recordingScope === undefined || oneOf(recordingScope, ['INTERNAL', 'PAID'], members) === 'PAID';
  return !servicePrincipal && isPaid && !connectorArn;
}

/** In the spelling of the API; the SDK's is in lower case. AWS Config API reference, "ConfigurationRecorderStatus". */
const lastStatuses = ['SUCCESS', 'FAILURE', 'PENDING', 'NOTAPPLICABLE', 'NOT_APPLICABLE'] as const;

const strategies = [
  'ALL_SUPPORTED_RESOURCE_TYPES',
  'INCLUSION_BY_RESOURCE_TYPES',
  'EXCLUSION_BY_RESOURCE_TYPES',
] as const;

/** The types that includeGlobalResourceTypes speaks of. AWS Config API reference, "RecordingGroup". */
const globalTypes = ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy'];

function recorderOf(recorder: ConfigurationRecorder, members: Members): Recorder {
  const { must } = members;
  const name = must(recorder, 'name');
  const group = must(recorder, 'recordingGroup');
  // Recorders from before there were strategies have none.
  const given = group.recordingStrategy?.useOnly;
  const strategy = given === undefined ? undefined : oneOf(given, strategies, members);
  if (strategy === 'EXCLUSION_BY_RESOURCE_TYPES') {
    // With exclusions includeGlobalResourceTypes says nothing: what is not excluded is recorded.
    const named = must(must(group, 'exclusionByResourceTypes'), 'resourceTypes').map(String);
    const recordsGlobalTypes = globalTypes.every((type) => !named.includes(type));
    // To exclude the IAM types is what includeGlobalResourceTypes: false is for recorders of all types.
    const excluded = named.filter((type) => !globalTypes.includes(type));
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
