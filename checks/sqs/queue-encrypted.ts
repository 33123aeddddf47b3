import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { queueAttributes, queues } from '../../src/collectors/sqs/queues.ts';

export default defineCheck({
  id: 'sqs-queue-encrypted',
  title: 'The queue encrypts its messages at rest',
  severity: 'medium',
  responsibility: 'sqs.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'SQS.1': equal } },
  why: 'Messages wait in a queue for up to 14 days. Queues that were made before October 2022 by the API, or with encryption turned off, keep them in the clear.',
  fix: 'Turn on encryption with the keys of SQS, which costs nothing, or with a KMS key where its use must be controlled.',
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
  remedy: {
    console:
      'SQS, Queues, the queue, Encryption, Edit. Messages that are in the queue already stay as they are.',
    cli: 'aws sqs set-queue-attributes --queue-url URL --attributes SqsManagedSseEnabled=true',
    terraform: `resource "aws_sqs_queue" "this" {
  sqs_managed_sse_enabled = true
  # …
}`,
  },

  evaluates: queues,
  needs: { attributes: queueAttributes },

  evaluate(queue, { read, attributes }) {
    const encryption = read(read(attributes.of(queue)).encryption);
    if (encryption === undefined) return fail('nothing encrypts the messages at rest');
    return pass(
      encryption === 'KMS' ? 'a KMS key encrypts it' : 'SQS encrypts it with its own keys',
    );
  },
});
