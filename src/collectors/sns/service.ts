import type * as SNSSdk from '@aws-sdk/client-sns';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

const quotas = 'AWS General Reference, "Amazon SNS endpoints and quotas": 30 a second';

export const sns: Service<
  typeof SNSSdk,
  SNSSdk.ServiceInputTypes,
  SNSSdk.ServiceOutputTypes,
  SNSSdk.SNSClientResolvedConfig
> = defineService({
  id: 'sns',
  iamPrefix: 'sns',
  matrix: ['sns'],
  scope: 'regional',
  rates: {
    usual: careful('Not documented.'),
    ListTopics: { burst: 30, refill: 30, source: quotas },
    ListSubscriptionsByTopic: { burst: 30, refill: 30, source: quotas },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-sns'),
  client: (sdk, config) => new sdk.SNSClient(config),
});
