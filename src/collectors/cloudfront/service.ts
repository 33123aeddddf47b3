import type * as CloudFrontSdk from '@aws-sdk/client-cloudfront';
import { defineService, type Service } from '../../aws/operation.ts';

/** It has no Regions: it is asked in us-east-1, and in cn-northwest-1 in China. AWS GovCloud (US) has no CloudFront of its own. */
export const cloudfront: Service<
  typeof CloudFrontSdk,
  CloudFrontSdk.ServiceInputTypes,
  CloudFrontSdk.ServiceOutputTypes,
  CloudFrontSdk.CloudFrontClientResolvedConfig
> = defineService({
  id: 'cloudfront',
  iamPrefix: 'cloudfront',
  matrix: ['cloudfront'],
  scope: 'global',
  rates: {
    usual: { burst: 10, refill: 5, source: 'Not documented; other tools keep to 5 a second.' },
  },
  callsInFlight: 8,
  load: () => import('@aws-sdk/client-cloudfront'),
  client: (sdk, config) => new sdk.CloudFrontClient(config),
});
