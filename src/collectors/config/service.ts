import type * as ConfigServiceSdk from '@aws-sdk/client-config-service';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const config: Service<
  typeof ConfigServiceSdk,
  ConfigServiceSdk.ServiceInputTypes,
  ConfigServiceSdk.ServiceOutputTypes,
  ConfigServiceSdk.ConfigServiceClientResolvedConfig
> = defineService({
  id: 'config',
  iamPrefix: 'config',
  matrix: ['config'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-config-service'),
  client: (sdk, config) => new sdk.ConfigServiceClient(config),
});
