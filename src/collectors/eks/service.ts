import type * as EKSSdk from '@aws-sdk/client-eks';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const eks: Service<
  typeof EKSSdk,
  EKSSdk.ServiceInputTypes,
  EKSSdk.ServiceOutputTypes,
  EKSSdk.EKSClientResolvedConfig
> = defineService({
  id: 'eks',
  iamPrefix: 'eks',
  matrix: ['eks', 'eks-fargate'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-eks'),
  client: (sdk, config) => new sdk.EKSClient(config),
});
