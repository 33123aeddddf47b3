/**
 * Distributions that deliver access logs by way of CloudWatch Logs (standard logging v2), which CloudFront itself does not
 * tell of. CloudFront developer guide, "Configure standard logging (v2)": the deliveries stand in us-east-1.
 */
import { homeRegionOf } from '../../aws/partitions.ts';
import { defineCollector } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Listing } from '../../observe/observed.ts';
import { DescribeDeliveries, DescribeDeliverySources } from '../cloudwatch-logs/operations.ts';
import { distributions } from './distributions.ts';

/** A source of logs that is delivered somewhere. */
export interface DeliveringSource {
  readonly name: string;
  /** The ARNs of what it delivers the logs of. */
  readonly resources: readonly string[];
}

/** The largest page of both operations. */
const limit = 50;

export const logDeliveries = defineCollector({
  id: 'cloudfront.log-deliveries',
  service: 'cloudfront',
  scope: 'global',
  calls: [DescribeDeliverySources, DescribeDeliveries],
  needs: { distributions },
  gather: async (aws, given): Promise<Listing<DeliveringSource>> => {
    if (given.distributions.items.length === 0) return { items: [], gaps: [], sources: [] };
    const region = homeRegionOf(aws.partition);
    const [sources, deliveries] = await Promise.all([
      aws.list(
        DescribeDeliverySources,
        { limit },
        'deliverySources',
        (source, { must }): DeliveringSource | readonly DeliveringSource[] =>
          must(source, 'service') === 'cloudfront'
            ? { name: must(source, 'name'), resources: must(source, 'resourceArns') }
            : [],
        { region, key: ({ name }) => name },
      ),
      aws.list(
        DescribeDeliveries,
        { limit },
        'deliveries',
        (delivery, { must }) => must(delivery, 'deliverySourceName'),
        { region },
      ),
    ]);
    const delivered = new Set(deliveries.items);
    return {
      items: sources.items.filter(({ name }) => delivered.has(name)),
      gaps: [...sources.gaps, ...deliveries.gaps],
      sources: [...sources.sources, ...deliveries.sources],
    };
  },
});

export const deliveriesByResource = lookupBy(({ resources }: DeliveringSource) => resources);
