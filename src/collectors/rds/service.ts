import type * as RDSSdk from '@aws-sdk/client-rds';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const rds: Service<
  typeof RDSSdk,
  RDSSdk.ServiceInputTypes,
  RDSSdk.ServiceOutputTypes,
  RDSSdk.RDSClientResolvedConfig
> = defineService({
  id: 'rds',
  iamPrefix: 'rds',
  matrix: ['rds', 'aurora', 'neptune', 'documentdb'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-rds'),
  client: (sdk, config) => new sdk.RDSClient(config),
});
