import type * as OpenSearchSdk from '@aws-sdk/client-opensearch';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const opensearch: Service<
  typeof OpenSearchSdk,
  OpenSearchSdk.ServiceInputTypes,
  OpenSearchSdk.ServiceOutputTypes,
  OpenSearchSdk.OpenSearchClientResolvedConfig
> = defineService({
  id: 'opensearch',
  iamPrefix: 'es',
  matrix: ['opensearch'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-opensearch'),
  client: (sdk, config) => new sdk.OpenSearchClient(config),
});
