/** What AWS Config counts in a Region, for a scan of the active Regions. */
import type { ConfigurationRecorder } from '@aws-sdk/client-config-service';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { derive, Observed } from '../../observe/observed.ts';
import {
  doubtOfRecorders,
  doubtOfRegion,
  type Inventory,
  type InventoryRecorder,
} from '../../reasoning/activity.ts';
import {
  DescribeConfigurationRecorders,
  DescribeConfigurationRecorderStatus,
  GetDiscoveredResourceCounts,
} from './operations.ts';
import { isOfCustomer } from './recorders.ts';

/** Config counts only where its count can be all that there is; what was asked says so, or why not. */
export const inventory = defineCollector({
  id: 'config.inventory',
  service: 'config',
  scope: 'regional',
  calls: [
    DescribeConfigurationRecorders,
    DescribeConfigurationRecorderStatus,
    GetDiscoveredResourceCounts,
  ],
  gather: async (aws): Promise<Observed<Inventory>> => {
    const unbelieved = doubtOfRegion(aws.region);
    if (unbelieved !== undefined) return Observed.known({ because: unbelieved });
    const recorders = await aws.get(DescribeConfigurationRecorders, {}, (answer, members) =>
      members
        .must(answer, 'ConfigurationRecorders')
        .filter((recorder) => isOfCustomer(recorder, members))
        .map((recorder) => recorderOf(recorder, members)),
    );
    const found = Observed.open(recorders);
    const isWorthwhile = found.known && found.value.some(({ recordsAll }) => recordsAll);
    const runs = isWorthwhile
      ? await aws.get(DescribeConfigurationRecorderStatus, {}, (answer, { must }) =>
          must(answer, 'ConfigurationRecordersStatus').map((run) => ({
            name: must(run, 'name'),
            isRecording: must(run, 'recording'),
            lastStatus: run.lastStatus?.toUpperCase(),
            since: run.lastStartTime,
          })),
        )
      : Observed.known([]);
    const doubt = derive((read) => doubtOfRecorders(read(recorders), read(runs), aws.now));
    const state = Observed.open(doubt);
    if (!state.known) return Observed.unreadable(...state.causes);
    const { value: because, sources } = state;
    if (because !== undefined) return Observed.knownBy<Inventory>(sources, { because });

    const counts = await aws.list(
      GetDiscoveredResourceCounts,
      {},
      'resourceCounts',
      (count, { must }) => ({ type: must(count, 'resourceType'), count: must(count, 'count') }),
      { key: ({ type }) => type },
    );
    if (counts.gaps.length > 0) return Observed.unreadable(...counts.gaps);
    return Observed.knownBy<Inventory>([...sources, ...counts.sources], {
      counts: new Map(counts.items.map(({ type, count }) => [type, count])),
    });
  },
});

function recorderOf(recorder: ConfigurationRecorder, { must }: Members): InventoryRecorder {
  const { allSupported, recordingStrategy } = must(recorder, 'recordingGroup');
  const strategy = recordingStrategy?.useOnly ?? 'ALL_SUPPORTED_RESOURCE_TYPES';
  const { recordingFrequency, recordingModeOverrides = [] } = recorder.recordingMode ?? {};
  // Without a mode it is continuous. AWS Config API reference, "RecordingMode".
  const frequencies = [
    recorder.recordingMode === undefined ? 'CONTINUOUS' : recordingFrequency,
    ...recordingModeOverrides.map((override) => override.recordingFrequency),
  ];
  return {
    name: must(recorder, 'name'),
    recordsAll: allSupported === true && strategy === 'ALL_SUPPORTED_RESOURCE_TYPES',
    isContinuous: frequencies.every((frequency) => frequency === 'CONTINUOUS'),
    roleArn: must(recorder, 'roleARN'),
  };
}
