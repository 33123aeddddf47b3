/** Whom each bucket tells of what happens to its objects. */
import { bucketSetting } from './buckets.ts';
import { GetBucketNotificationConfiguration } from './operations.ts';

/** The kinds of receivers, none where nobody is told. */
export type Receiver = 'EventBridge' | 'Lambda functions' | 'SQS queues' | 'SNS topics';

export const bucketNotifications = bucketSetting(
  's3.bucket-notifications',
  GetBucketNotificationConfiguration,
  // Each is left out where there is none: Amazon S3 API reference, "GetBucketNotificationConfiguration".
  (answer): readonly Receiver[] => [
    ...(answer.EventBridgeConfiguration ? ['EventBridge' as const] : []),
    ...(answer.LambdaFunctionConfigurations?.length ? ['Lambda functions' as const] : []),
    ...(answer.QueueConfigurations?.length ? ['SQS queues' as const] : []),
    ...(answer.TopicConfigurations?.length ? ['SNS topics' as const] : []),
  ],
);
