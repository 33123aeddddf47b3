import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { streams, streamSettings } from '../../src/collectors/kinesis/streams.ts';

export default defineCheck({
  id: 'kinesis-stream-encrypted',
  title: 'The stream encrypts its records at rest',
  severity: 'medium',
  responsibility: 'kinesis.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'Kinesis.1': equal } },
  why: 'Without server-side encryption records lie on the storage of the stream in plain text, and no key says who may read them.',
  fix: 'Turn on server-side encryption. Producers and consumers need permission on the key where it is one of your own.',
  link: 'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
  remedy: {
    console:
      'Kinesis, Data streams, the stream, Configuration, Encryption, Edit. Only records that are put afterwards are encrypted.',
    cli: `aws kinesis start-stream-encryption --stream-name STREAM \\
  --encryption-type KMS --key-id alias/aws/kinesis`,
    terraform: `resource "aws_kinesis_stream" "this" {
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
  # …
}`,
  },

  evaluates: streams,
  needs: { settings: streamSettings },

  evaluate(stream, { read, settings }) {
    return read(read(settings.of(stream)).encryption) === 'KMS'
      ? pass('a KMS key encrypts new records')
      : fail('nothing encrypts the records');
  },
});
