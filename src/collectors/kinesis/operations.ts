/** The operations of Kinesis Data Streams that are sent, each with its IAM action and what its answers mean. */
import { kinesis } from './service.ts';

export const ListStreams = kinesis.operation('ListStreams', (sdk) => sdk.ListStreamsCommand, {
  action: 'kinesis:ListStreams',
  pages: 'NextToken',
});

export const DescribeStreamSummary = kinesis.operation(
  'DescribeStreamSummary',
  (sdk) => sdk.DescribeStreamSummaryCommand,
  {
    action: 'kinesis:DescribeStreamSummary',
    gone: ['ResourceNotFoundException'],
  },
);
