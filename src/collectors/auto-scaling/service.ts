import type * as AutoScalingSdk from '@aws-sdk/client-auto-scaling';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const autoScaling: Service<
  typeof AutoScalingSdk,
  AutoScalingSdk.ServiceInputTypes,
  AutoScalingSdk.ServiceOutputTypes,
  AutoScalingSdk.AutoScalingClientResolvedConfig
> = defineService({
  id: 'auto-scaling',
  iamPrefix: 'autoscaling',
  matrix: ['ec2-auto-scaling'],
  scope: 'regional',
  rates: {
    usual: careful('Not documented.'),
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-auto-scaling'),
  client: (sdk, config) => new sdk.AutoScalingClient(config),
});
