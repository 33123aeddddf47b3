/**
 * Distributions that deliver access logs by way of CloudWatch Logs (standard logging v2), which CloudFront itself does not
 * tell of. CloudFront developer guide, "Configure standard logging (v2)": the deliveries stand in us-east-1.
 */
import { homeRegionOf } from '../../aws/partitions.ts';
import { defineCollector } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { type Listed, type Listing, pagesOf } from '../../observe/observed.ts';
import { DescribeDeliveries, DescribeDeliverySources } from '../cloudwatch-logs/operations.ts';
import { distributions } from './distributions.ts';

/** A source of logs that is delivered somewhere. */
export interface DeliveringSource extends Listed {
  readonly name: string;
  /** The ARNs of what it delivers the logs of. */
  readonly resources: readonly string[];
}

interface Delivery extends Listed {
  /** The name of the source. */
  readonly from: string;
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
        (delivery, { must }): Delivery => ({ from: must(delivery, 'deliverySourceName') }),
        { region, key: ({ from }) => from },
      ),
    ]);
    const delivered = new Map(deliveries.items.map((each) => [each.from, each]));
    return {
      items: sources.items.flatMap((source) => {
        const delivery = delivered.get(source.name);
        return delivery
          ? { ...source, listed: [...pagesOf(source, []), ...pagesOf(delivery, [])] }
          : [];
      }),
      gaps: [...sources.gaps, ...deliveries.gaps],
      sources: [...sources.sources, ...deliveries.sources],
    };
  },
});

export const deliveriesByResource = lookupBy(({ resources }: DeliveringSource) => resources);
