/** The metric filters of the log groups that trails deliver to. */
import type { MetricFilter as AwsMetricFilter } from '@aws-sdk/client-cloudwatch-logs';
import type { Aws, Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { type Cause, type Listing, Observed, type Source } from '../../observe/observed.ts';
import { parseFilterPattern, PatternError } from '../../reasoning/alarms/filter-pattern.ts';
import type { MetricFilter, WatchedTrail } from '../../reasoning/alarms/watch.ts';
import { recordingTrails, type TrailThatRecords } from '../cloudtrail/trail-recording.ts';
import { multiRegionView } from '../cloudtrail/trails.ts';
import { DescribeMetricFilters } from './operations.ts';

/** The largest page of the operation. */
const filtersPerPage = 50;

export const trailFilters = defineCollector({
  id: 'cloudwatch-logs.trail-filters',
  service: 'cloudwatch',
  scope: 'global',
  calls: [DescribeMetricFilters],
  needs: { trails: recordingTrails, view: multiRegionView },
  gather: async (aws, { trails, view }): Promise<Listing<WatchedTrail>> => ({
    // A trail of one Region serves no alarm: only what hides one of all Regions is a gap.
    ...view,
    items: await Promise.all(
      trails.items.map(async (trail) => {
        const logGroup = shownGroup(trail);
        return { ...trail, logGroup, filters: await filtersOf(aws, logGroup) };
      }),
    ),
  }),
});

/** Of a trail that another account runs it is not documented that its members see the log group. */
function shownGroup({ logGroup, managed }: TrailThatRecords): Observed<string | null> {
  const state = Observed.open(logGroup);
  if (!managed || !state.known || state.value !== null) return logGroup;
  const why = `whether it delivers to a log group is not shown here: ${managed.reason}`;
  return Observed.unreadable(...elsewhere(why, state.sources));
}

async function filtersOf(
  aws: Aws,
  logGroup: Observed<string | null>,
): Promise<Observed<readonly MetricFilter[]>> {
  const state = Observed.open(logGroup);
  if (!state.known) return Observed.unreadable(...state.causes);
  if (state.value === null) return Observed.knownBy(state.sources, []);
  const [, , , region, account, , logGroupName] = state.value.split(':');
  if (account !== aws.account || !region || !logGroupName) {
    const why = `log group ${state.value} belongs to another account; its filters and alarms must be judged there`;
    return Observed.unreadable(...elsewhere(why, state.sources));
  }
  const found = await aws.list(
    DescribeMetricFilters,
    { logGroupName, limit: filtersPerPage },
    'metricFilters',
    (filter, members) => readFilter(filter, region, members),
    { region, key: ({ name }) => name },
  );
  const { gaps, items, sources } = found;
  return gaps.length > 0 ? Observed.unreadable(...gaps) : Observed.knownBy(sources, items);
}

function readFilter(filter: AwsMetricFilter, region: string, members: Members): MetricFilter {
  const { must, observe, unusable } = members;
  return {
    name: must(filter, 'filterName'),
    region,
    pattern: observe(() => {
      // They count the events of some accounts or Regions alone, of those that were brought together in one group.
      if (filter.fieldSelectionCriteria) return null;
      try {
        return parseFilterPattern(must(filter, 'filterPattern'));
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        return unusable(`the pattern of a metric filter cannot be read: ${error.message}`);
      }
    }),
    metrics: observe(() =>
      must(filter, 'metricTransformations').map((made) => ({
        namespace: must(made, 'metricNamespace'),
        name: must(made, 'metricName'),
        // Left out where a metric has none: CloudWatch Logs API reference, "MetricTransformation" and "MetricFilter".
        hasDimensions:
          Object.keys(made.dimensions ?? {}).length > 0 ||
          (filter.emitSystemFieldDimensions ?? []).length > 0,
      })),
    ),
  };
}

/** What this account cannot tell, with the calls that told of it. */
function elsewhere(detail: string, sources: readonly Source[]): readonly Cause[] {
  return sources.map((source) => ({ reason: 'denied', detail, source }));
}
