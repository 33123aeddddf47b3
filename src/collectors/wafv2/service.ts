import type * as WAFV2Sdk from '@aws-sdk/client-wafv2';
import { defineService, type Service } from '../../aws/operation.ts';

export const wafv2: Service<
  typeof WAFV2Sdk,
  WAFV2Sdk.ServiceInputTypes,
  WAFV2Sdk.ServiceOutputTypes,
  WAFV2Sdk.WAFV2ClientResolvedConfig
> = defineService({
  id: 'wafv2',
  iamPrefix: 'wafv2',
  matrix: ['waf'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 5,
      refill: 5,
      source: 'AWS WAF developer guide, "AWS WAF quotas": requests to any Get or List call',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-wafv2'),
  client: (sdk, config) => new sdk.WAFV2Client(config),
});
