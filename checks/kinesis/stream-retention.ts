import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { streams, streamSettings } from '../../src/collectors/kinesis/streams.ts';

export default defineCheck({
  id: 'kinesis-stream-retention',
  title: ({ minHours }) => `The stream keeps its records for ${minHours} hours or more`,
  severity: 'medium',
  responsibility: 'kinesis.backup-and-recovery',
  controls: { 'aws-fsbp': { 'Kinesis.3': equal } },
  why: 'A record that no consumer has read within the retention is gone: a fault over a long weekend outlasts the 24 hours that a new stream has.',
  fix: 'Raise the retention of the stream. Hours beyond 24 are charged for.',
  link: 'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
  remedy: {
    console:
      'Kinesis, Data streams, the stream, Configuration, Data retention, Edit. Nothing is interrupted.',
    cli: `aws kinesis increase-stream-retention-period --stream-name STREAM \\
  --retention-period-hours 168`,
    terraform: `resource "aws_kinesis_stream" "this" {
  retention_period = 168
  # …
}`,
  },

  evaluates: streams,
  needs: { settings: streamSettings },
  params: { minHours: 168 },
  meanings: { minHours: 'for how many hours records have to be kept' },

  evaluate(stream, { read, settings, params: { minHours } }) {
    const hours = read(read(settings.of(stream)).retentionHours);
    const kept = `records are kept for ${hours} hours`;
    return hours >= minHours ? pass(kept) : fail(`${kept}, fewer than ${minHours}`);
  },
});
