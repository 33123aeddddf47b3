import type * as ElastiCacheSdk from '@aws-sdk/client-elasticache';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const elasticache: Service<
  typeof ElastiCacheSdk,
  ElastiCacheSdk.ServiceInputTypes,
  ElastiCacheSdk.ServiceOutputTypes,
  ElastiCacheSdk.ElastiCacheClientResolvedConfig
> = defineService({
  id: 'elasticache',
  iamPrefix: 'elasticache',
  matrix: ['elasticache'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-elasticache'),
  client: (sdk, config) => new sdk.ElastiCacheClient(config),
});
