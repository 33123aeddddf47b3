import type * as EFSSdk from '@aws-sdk/client-efs';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const efs: Service<
  typeof EFSSdk,
  EFSSdk.ServiceInputTypes,
  EFSSdk.ServiceOutputTypes,
  EFSSdk.EFSClientResolvedConfig
> = defineService({
  id: 'efs',
  iamPrefix: 'elasticfilesystem',
  matrix: ['efs'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-efs'),
  client: (sdk, config) => new sdk.EFSClient(config),
});
