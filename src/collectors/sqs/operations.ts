/** The operations of Amazon SQS that are sent, each with its IAM action and what its answers mean. */
import { sqs } from './service.ts';

/** An account without queues is answered without the list: https://github.com/boto/boto3/issues/2811. */
export const ListQueues = sqs.operation('ListQueues', (sdk) => sdk.ListQueuesCommand, {
  action: 'sqs:ListQueues',
  pages: 'NextToken',
  leavesOutEmpty: true,
});

export const GetQueueAttributes = sqs.operation(
  'GetQueueAttributes',
  (sdk) => sdk.GetQueueAttributesCommand,
  {
    action: 'sqs:GetQueueAttributes',
    // The same error in the words of JSON and of the older protocol, whose names its callers still get.
    gone: ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'],
  },
);
