/** An SQS queue for tests of checks. */
import type { Queue } from '../../src/collectors/sqs/queues.ts';

export const orders: Queue = {
  arn: 'arn:aws:sqs:eu-west-1:111122223333:orders',
  type: 'AWS::SQS::Queue',
  name: 'orders',
  region: 'eu-west-1',
  url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
};
