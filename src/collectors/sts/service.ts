import type * as STSSdk from '@aws-sdk/client-sts';
import { defineService, type Service } from '../../aws/operation.ts';

export const sts: Service<
  typeof STSSdk,
  STSSdk.ServiceInputTypes,
  STSSdk.ServiceOutputTypes,
  STSSdk.STSClientResolvedConfig
> = defineService({
  id: 'sts',
  iamPrefix: 'sts',
  matrix: ['iam'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 600,
      refill: 600,
      source: 'IAM user guide, "IAM and STS quotas": 600 a second, shared',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-sts'),
  client: (sdk, config) => new sdk.STSClient(config),
});
