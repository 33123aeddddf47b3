/** Streams of Kinesis Data Streams, and whether each encrypts its records. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { DescribeStreamSummary, ListStreams } from './operations.ts';

export const streams = defineCollector({
  id: 'kinesis.streams',
  service: 'kinesis',
  scope: 'regional',
  calls: [ListStreams],
  gather: (aws) =>
    // A page has 100 streams at most, whatever Limit is: Kinesis API reference, "ListStreams".
    aws.list(ListStreams, {}, 'StreamNames', (name): Resource => ({
      arn: `arn:${aws.partition}:kinesis:${aws.region}:${aws.account}:stream/${name}`,
      type: 'AWS::Kinesis::Stream',
      name,
      region: aws.region,
    })),
});

/** How each stream encrypts its records at rest. */
export const streamEncryption = defineCollector({
  id: 'kinesis.stream-encryption',
  service: 'kinesis',
  scope: 'regional',
  calls: [DescribeStreamSummary],
  needs: { streams },
  gather: (aws, given) =>
    perResource(given.streams.items, ({ name: StreamName }) =>
      aws.get(DescribeStreamSummary, { StreamName }, (answer, members) => {
        const summary = members.must(answer, 'StreamDescriptionSummary');
        return oneOf(members.must(summary, 'EncryptionType'), ['NONE', 'KMS'], members);
      }),
    ),
});
