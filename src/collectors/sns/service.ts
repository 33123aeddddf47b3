import type * as SNSSdk from '@aws-sdk/client-sns';
import { defineService, type Service } from '../../aws/operation.ts';

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
    usual: {
      burst: 30,
      refill: 30,
      source:
        'AWS General Reference, "Amazon SNS endpoints and quotas": ListSubscriptionsByTopic and ListTopics, 30 a second',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-sns'),
  client: (sdk, config) => new sdk.SNSClient(config),
});
