/** The attributes of load balancers. AWS tells of every one that the kind of load balancer has, set or not. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { loadBalancers } from './load-balancers.ts';
import { DescribeLoadBalancerAttributes } from './operations.ts';

const desyncModes = ['monitor', 'defensive', 'strictest'] as const;

/** Elastic Load Balancing API reference, "LoadBalancerAttribute". Those that a kind does not have are unreadable. */
export interface Attributes {
  readonly accessLogs: Observed<boolean>;
  readonly deletionProtection: Observed<boolean>;
  readonly dropsInvalidHeaders: Observed<boolean>;
  readonly desyncMode: Observed<(typeof desyncModes)[number]>;
}

export const attributes = defineCollector({
  id: 'elb.attributes',
  service: 'elb',
  scope: 'regional',
  calls: [DescribeLoadBalancerAttributes],
  needs: { loadBalancers },
  gather: (aws, given) =>
    perResource(given.loadBalancers.items, ({ arn: LoadBalancerArn }) =>
      aws.get(
        DescribeLoadBalancerAttributes,
        { LoadBalancerArn },
        (answer, members): Attributes => {
          const { must, observe, unusable } = members;
          const values = new Map(
            must(answer, 'Attributes').map(({ Key, Value }) => [Key, Value] as const),
          );
          const valueOf = (name: string) =>
            values.get(name) ?? unusable(`the answer lacks the attribute ${name}`);
          const flag = (name: string) =>
            observe(() => oneOf(valueOf(name), ['true', 'false'], members) === 'true');
          return {
            accessLogs: flag('access_logs.s3.enabled'),
            deletionProtection: flag('deletion_protection.enabled'),
            dropsInvalidHeaders: flag('routing.http.drop_invalid_header_fields.enabled'),
            desyncMode: observe(() =>
              oneOf(valueOf('routing.http.desync_mitigation_mode'), desyncModes, members),
            ),
          };
        },
      ),
    ),
});
