import type * as ElbV2Sdk from '@aws-sdk/client-elastic-load-balancing-v2';
import { defineService, type Service } from '../../aws/operation.ts';

export const elbV2: Service<
  typeof ElbV2Sdk,
  ElbV2Sdk.ServiceInputTypes,
  ElbV2Sdk.ServiceOutputTypes,
  ElbV2Sdk.ElasticLoadBalancingV2ClientResolvedConfig
> = defineService({
  id: 'elb-v2',
  iamPrefix: 'elasticloadbalancing',
  matrix: ['elb'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 40,
      refill: 10,
      group: 'reads',
      source:
        'Elastic Load Balancing user guide, "Request throttling for the ELB API": non-mutating, of version 2',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-elastic-load-balancing-v2'),
  client: (sdk, config) => new sdk.ElasticLoadBalancingV2Client(config),
});
