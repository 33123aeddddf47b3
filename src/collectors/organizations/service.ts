import type * as OrganizationsSdk from '@aws-sdk/client-organizations';
import { defineService, type Service } from '../../aws/operation.ts';

export const organizations: Service<
  typeof OrganizationsSdk,
  OrganizationsSdk.ServiceInputTypes,
  OrganizationsSdk.ServiceOutputTypes,
  OrganizationsSdk.OrganizationsClientResolvedConfig
> = defineService({
  id: 'organizations',
  iamPrefix: 'organizations',
  matrix: ['account'],
  scope: 'global',
  rates: {
    usual: {
      burst: 5,
      refill: 5,
      source: 'Not documented; a guess that is well below what was seen to be throttled.',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-organizations'),
  client: (sdk, config) => new sdk.OrganizationsClient(config),
});
