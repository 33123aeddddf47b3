import type * as SecurityHubSdk from '@aws-sdk/client-securityhub';
import { defineService, type Service } from '../../aws/operation.ts';

export const securityHub: Service<
  typeof SecurityHubSdk,
  SecurityHubSdk.ServiceInputTypes,
  SecurityHubSdk.ServiceOutputTypes,
  SecurityHubSdk.SecurityHubClientResolvedConfig
> = defineService({
  id: 'security-hub',
  iamPrefix: 'securityhub',
  matrix: ['security-hub'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 30,
      refill: 10,
      source:
        'AWS Security Hub API reference, "Welcome": 10 a second, 30 at once, for most operations',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-securityhub'),
  client: (sdk, config) => new sdk.SecurityHubClient(config),
});
