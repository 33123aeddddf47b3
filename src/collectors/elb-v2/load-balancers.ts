/** Application, Network and Gateway Load Balancers. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeLoadBalancers, pageSize } from './operations.ts';

const kinds = ['application', 'network', 'gateway'] as const;
type Kind = (typeof kinds)[number];

export interface LoadBalancer extends Resource {
  readonly kind: Observed<Kind>;
  /** How many Availability Zones it has nodes in. */
  readonly zones: Observed<number>;
}

export const loadBalancers = defineCollector({
  id: 'elb.load-balancers',
  service: 'elb',
  scope: 'regional',
  recordedAs: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  calls: [DescribeLoadBalancers],
  gather: (aws) =>
    aws.list(
      DescribeLoadBalancers,
      { PageSize: pageSize },
      'LoadBalancers',
      (item, members): LoadBalancer => {
        const { must, observe } = members;
        const kind = observe(() => oneOf(must(item, 'Type'), kinds, members));
        return {
          arn: must(item, 'LoadBalancerArn'),
          type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
          name: must(item, 'LoadBalancerName'),
          region: aws.region,
          judgedIf: kind,
          kind,
          zones: observe(() => {
            const zones = must(item, 'AvailabilityZones').map((zone) => must(zone, 'ZoneName'));
            return new Set(zones).size;
          }),
        };
      },
    ),
});
