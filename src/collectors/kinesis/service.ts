import type * as KinesisSdk from '@aws-sdk/client-kinesis';
import { defineService, type Service } from '../../aws/operation.ts';

export const kinesis: Service<
  typeof KinesisSdk,
  KinesisSdk.ServiceInputTypes,
  KinesisSdk.ServiceOutputTypes,
  KinesisSdk.KinesisClientResolvedConfig
> = defineService({
  id: 'kinesis',
  iamPrefix: 'kinesis',
  matrix: ['kinesis'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 5,
      refill: 5,
      source: 'Amazon Kinesis Data Streams API reference, "ListStreams": five a second',
    },
    DescribeStreamSummary: {
      burst: 20,
      refill: 20,
      source: 'Amazon Kinesis Data Streams API reference, "DescribeStreamSummary": 20 a second',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-kinesis'),
  client: (sdk, config) => new sdk.KinesisClient(config),
});
