import type * as SQSSdk from '@aws-sdk/client-sqs';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const sqs: Service<
  typeof SQSSdk,
  SQSSdk.ServiceInputTypes,
  SQSSdk.ServiceOutputTypes,
  SQSSdk.SQSClientResolvedConfig
> = defineService({
  id: 'sqs',
  iamPrefix: 'sqs',
  matrix: ['sqs'],
  scope: 'regional',
  rates: { usual: careful('Not documented for operations that describe queues.') },
  callsInFlight: 4,
  load: () => import('@aws-sdk/client-sqs'),
  // By default the client would send a signed request wherever the URL of a queue, which is of an answer, points.
  client: (sdk, config) => new sdk.SQSClient({ ...config, useQueueUrlAsEndpoint: false }),
});
