import type * as AccountSdk from '@aws-sdk/client-account';
import { defineService, type Service } from '../../aws/operation.ts';

export const account: Service<
  typeof AccountSdk,
  AccountSdk.ServiceInputTypes,
  AccountSdk.ServiceOutputTypes,
  AccountSdk.AccountClientResolvedConfig
> = defineService({
  id: 'account',
  iamPrefix: 'account',
  matrix: ['account'],
  scope: 'global',
  rates: {
    usual: { burst: 15, refill: 10, source: 'Account Management reference guide, "Quotas"' },
    ListRegions: { burst: 5, refill: 5, source: 'Account Management reference guide, "Quotas"' },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-account'),
  client: (sdk, config) => new sdk.AccountClient(config),
});
