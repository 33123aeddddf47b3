/** Classic Load Balancers. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeLoadBalancers } from './operations.ts';

/** The largest page of the operation. */
const pageSize = 400;

const protocols = ['HTTP', 'HTTPS', 'TCP', 'SSL'] as const;

/** What stands before clients. */
export interface ClassicListener {
  readonly port: number;
  readonly protocol: (typeof protocols)[number];
  /** The ARN of the certificate; null of listeners that encrypt nothing. */
  readonly certificate: string | null;
}

export interface ClassicLoadBalancer extends Resource {
  readonly listeners: Observed<readonly ClassicListener[]>;
  /** How many Availability Zones it has nodes in. */
  readonly zones: Observed<number>;
}

export const classicLoadBalancers = defineCollector({
  id: 'elb.classic-load-balancers',
  service: 'elb',
  scope: 'regional',
  recordedAs: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  calls: [DescribeLoadBalancers],
  gather: (aws) =>
    aws.list(
      DescribeLoadBalancers,
      { PageSize: pageSize },
      'LoadBalancerDescriptions',
      (item, members): ClassicLoadBalancer => {
        const { must, observe } = members;
        const name = must(item, 'LoadBalancerName');
        return {
          arn: `arn:${aws.partition}:elasticloadbalancing:${aws.region}:${aws.account}:loadbalancer/${name}`,
          type: 'AWS::ElasticLoadBalancing::LoadBalancer',
          name,
          region: aws.region,
          listeners: observe(() =>
            must(item, 'ListenerDescriptions').map((each): ClassicListener => {
              const listener = must(each, 'Listener');
              // "specify the protocol in upper or lower case": API reference, "Listener".
              const written = must(listener, 'Protocol').toUpperCase();
              const protocol = oneOf(written, protocols, members);
              const isEncrypted = protocol === 'HTTPS' || protocol === 'SSL';
              return {
                port: must(listener, 'LoadBalancerPort'),
                protocol,
                certificate: isEncrypted ? must(listener, 'SSLCertificateId') : null,
              };
            }),
          ),
          zones: observe(() => new Set(must(item, 'AvailabilityZones')).size),
        };
      },
    ),
});
