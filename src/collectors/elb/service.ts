import type * as ElbSdk from '@aws-sdk/client-elastic-load-balancing';
import { defineService, type Service } from '../../aws/operation.ts';

export const elb: Service<
  typeof ElbSdk,
  ElbSdk.ServiceInputTypes,
  ElbSdk.ServiceOutputTypes,
  ElbSdk.ElasticLoadBalancingClientResolvedConfig
> = defineService({
  id: 'elb',
  iamPrefix: 'elasticloadbalancing',
  matrix: ['elb'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 40,
      refill: 10,
      group: 'reads',
      source:
        'Elastic Load Balancing user guide, "Request throttling for the ELB API": non-mutating, of version 1',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-elastic-load-balancing'),
  client: (sdk, config) => new sdk.ElasticLoadBalancingClient(config),
});
