/** Hosted zones of Route 53, and which of them log the queries that they answer. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import { ListHostedZones, ListQueryLoggingConfigs } from './operations.ts';

export interface HostedZone extends Resource {
  readonly id: string;
  /** Whether only VPCs ask it. */
  readonly isPrivate: Observed<boolean>;
}

export const hostedZones = defineCollector({
  id: 'route53.hosted-zones',
  service: 'route53',
  scope: 'global',
  calls: [ListHostedZones],
  gather: (aws) =>
    aws.list(ListHostedZones, {}, 'HostedZones', (zone, { must, observe }): HostedZone => {
      // "/hostedzone/Z0123456789"
      const id = must(zone, 'Id').replace(/^\/hostedzone\//, '');
      return {
        arn: `arn:${aws.partition}:route53:::hostedzone/${id}`,
        type: 'AWS::Route53::HostedZone',
        name: must(zone, 'Name'),
        region: aws.region,
        id,
        // AWS may leave Config out of a zone that was made without one, whoever asks it: nothing follows from that.
        isPrivate: observe(() => must(must(zone, 'Config'), 'PrivateZone')),
      };
    }),
});

/** The ids of the hosted zones that log queries: asked for where there are zones alone. */
export const zonesThatLog = defineCollector({
  id: 'route53.zones-that-log',
  service: 'route53',
  scope: 'global',
  calls: [ListQueryLoggingConfigs],
  needs: { hostedZones },
  gather: async (aws, given): Promise<Listing<string>> => {
    if (given.hostedZones.items.length === 0) return { items: [], gaps: [], sources: [] };
    return aws.list(ListQueryLoggingConfigs, {}, 'QueryLoggingConfigs', (config, { must }) =>
      must(config, 'HostedZoneId'),
    );
  },
});
