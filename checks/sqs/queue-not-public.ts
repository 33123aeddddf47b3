import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { queueAttributes, queues } from '../../src/collectors/sqs/queues.ts';
import { judgeResourcePolicy } from '../../src/reasoning/exposure/resource-policy.ts';

export default defineCheck({
  id: 'sqs-queue-not-public',
  title: 'The policy of the queue does not let everyone in',
  severity: 'critical',
  responsibility: 'sqs.identity-and-access',
  controls: {
    'cis-aws-7.0': {
      '2.21': subsetOf('queues are one of the kinds of resource that it is about'),
    },
    'aws-fsbp': { 'SQS.3': equal },
    'nist-800-53-r5': servesNist('who may use a queue is one part of access', 'AC-3', 'AC-6'),
  },
  why: 'Whoever may send to a queue feeds what works on its messages; whoever may receive takes them away.',
  fix: 'Name the accounts or roles in the statement that the finding names. For a service that sends to the queue, add a fixed aws:SourceArn or aws:SourceAccount.',
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  remedy: {
    console: 'SQS, Queues, the queue, Queue policies, Edit, Access policy.',
    cli: `aws sqs get-queue-attributes --queue-url URL --attribute-names Policy
# attributes.json: {"Policy": "the whole policy as one string"}
aws sqs set-queue-attributes --queue-url URL --attributes file://attributes.json`,
    terraform: `resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.url
  policy    = data.aws_iam_policy_document.this.json # principals that are named, or a fixed aws:SourceArn
}`,
  },

  evaluates: queues,
  needs: { attributes: queueAttributes },

  evaluate: (queue, { read, attributes }) =>
    judgeResourcePolicy(read(read(attributes.of(queue)).policy), {
      service: 'sqs',
      arn: queue.arn,
      what: 'queue policy',
    }),
});
