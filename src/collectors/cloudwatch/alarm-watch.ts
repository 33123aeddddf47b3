/** Who is told of what the trails of the account record: filters of their log groups, alarms on these, their subscribers. */
import { defineCollector } from '../../collect/collector.ts';
import { type Listing, type Read, startReading } from '../../observe/observed.ts';
import { ifKnown } from '../../observe/if-known.ts';
import {
  alarmsOn,
  keyOf,
  topicsAmong,
  type Watch,
  type WatchedTrail,
} from '../../reasoning/alarms/watch.ts';
import { trailFilters } from '../cloudwatch-logs/metric-filters.ts';
import { subscriptionsOf } from '../sns/subscriptions.ts';
import { ListSubscriptionsByTopic } from '../sns/operations.ts';
import { listAlarms, type MetricAlarmFacts } from './alarms.ts';
import { DescribeAlarms } from './operations.ts';

export const alarmWatch = defineCollector({
  id: 'cloudwatch.alarm-watch',
  service: 'cloudwatch',
  scope: 'global',
  calls: [DescribeAlarms, ListSubscriptionsByTopic],
  needs: { trails: trailFilters },
  gather: async (aws, { trails }): Promise<Watch> => {
    const { read } = startReading();
    const filters = filtersOf(read, trails);
    // A metric is in the Region of its log group, and so is an alarm on it.
    const regions = [...new Set(filters.map(({ region }) => region))];
    const byRegion = new Map(
      await Promise.all(
        regions.map(async (region): Promise<[string, Listing<MetricAlarmFacts>]> => [
          region,
          await listAlarms(aws, region),
        ]),
      ),
    );
    const alarmsIn = (region: string) => {
      const listing = byRegion.get(region);
      if (!listing) throw new Error(`nobody asked for the alarms of ${region}`);
      return listing;
    };
    const topics = filters.flatMap(({ region, metrics }) =>
      (ifKnown(() => read(metrics)) ?? []).flatMap((metric) =>
        alarmsOn(alarmsIn(region), keyOf(metric)).items.flatMap(({ alarmActions }) =>
          topicsAmong(ifKnown(() => read(alarmActions)) ?? []),
        ),
      ),
    );
    return { trails, alarmsIn, subscribers: await subscriptionsOf(aws, [...new Set(topics)]) };
  },
});

function filtersOf(read: Read, trails: Listing<WatchedTrail>) {
  return trails.items.flatMap(({ filters }) => ifKnown(() => read(filters)) ?? []);
}
