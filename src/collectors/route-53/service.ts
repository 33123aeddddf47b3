import type * as Route53Sdk from '@aws-sdk/client-route-53';
import { defineService, type Service } from '../../aws/operation.ts';

export const route53: Service<
  typeof Route53Sdk,
  Route53Sdk.ServiceInputTypes,
  Route53Sdk.ServiceOutputTypes,
  Route53Sdk.Route53ClientResolvedConfig
> = defineService({
  id: 'route-53',
  iamPrefix: 'route53',
  matrix: ['route53'],
  scope: 'global',
  rates: {
    usual: {
      burst: 50,
      refill: 10,
      group: 'account',
      source:
        'Amazon Route 53 developer guide, "Throttling for Amazon Route 53 API requests": all operations of an account together',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-route-53'),
  client: (sdk, config) => new sdk.Route53Client(config),
});
