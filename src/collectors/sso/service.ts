import type * as SSOAdminSdk from '@aws-sdk/client-sso-admin';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const sso: Service<
  typeof SSOAdminSdk,
  SSOAdminSdk.ServiceInputTypes,
  SSOAdminSdk.ServiceOutputTypes,
  SSOAdminSdk.SSOAdminClientResolvedConfig
> = defineService({
  id: 'sso',
  iamPrefix: 'sso',
  matrix: ['iam'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-sso-admin'),
  client: (sdk, config) => new sdk.SSOAdminClient(config),
});
