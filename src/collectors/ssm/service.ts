import type * as SSMSdk from '@aws-sdk/client-ssm';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const ssm: Service<
  typeof SSMSdk,
  SSMSdk.ServiceInputTypes,
  SSMSdk.ServiceOutputTypes,
  SSMSdk.SSMClientResolvedConfig
> = defineService({
  id: 'ssm',
  iamPrefix: 'ssm',
  matrix: ['systems-manager'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-ssm'),
  client: (sdk, config) => new sdk.SSMClient(config),
});
