/** Streams of Kinesis Data Streams: whether each encrypts its records, and how long it keeps them. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeStreamSummary, ListStreams } from './operations.ts';

export const streams = defineCollector({
  id: 'kinesis.streams',
  service: 'kinesis',
  scope: 'regional',
  recordedAs: ['AWS::Kinesis::Stream'],
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

export interface StreamSettings {
  /** How records are encrypted at rest. */
  readonly encryption: Observed<'NONE' | 'KMS'>;
  /** For how many hours a record can be read. */
  readonly retentionHours: Observed<number>;
}

export const streamSettings = defineCollector({
  id: 'kinesis.stream-settings',
  service: 'kinesis',
  scope: 'regional',
  calls: [DescribeStreamSummary],
  needs: { streams },
  gather: (aws, given) =>
    perResource(given.streams.items, ({ name: StreamName }) =>
      aws.get(DescribeStreamSummary, { StreamName }, (answer, members): StreamSettings => {
        const summary = members.must(answer, 'StreamDescriptionSummary');
        return {
          encryption: members.observe(() =>
            oneOf(members.must(summary, 'EncryptionType'), ['NONE', 'KMS'], members),
          ),
          retentionHours: members.field(summary, 'RetentionPeriodHours'),
        };
      }),
    ),
});
