import type * as IAMSdk from '@aws-sdk/client-iam';
import { defineService, type Service } from '../../aws/operation.ts';

export const iam: Service<
  typeof IAMSdk,
  IAMSdk.ServiceInputTypes,
  IAMSdk.ServiceOutputTypes,
  IAMSdk.IAMClientResolvedConfig
> = defineService({
  id: 'iam',
  iamPrefix: 'iam',
  matrix: ['iam'],
  scope: 'global',
  rates: {
    usual: {
      burst: 15,
      refill: 15,
      source: 'Not documented; other tools were throttled above 15 requests a second.',
    },
    GetAccountAuthorizationDetails: {
      burst: 5,
      refill: 5,
      source: 'Not documented; its pages are large.',
    },
  },
  callsInFlight: 16,
  load: () => import('@aws-sdk/client-iam'),
  client: (sdk, config) => new sdk.IAMClient(config),
});
