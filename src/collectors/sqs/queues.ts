/** SQS queues, with the policy and the encryption of each. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { GetQueueAttributes, ListQueues } from './operations.ts';

export interface Queue extends Resource {
  readonly url: string;
}

/** The largest page, and without one there are no further pages. */
const queuesPerPage = 1000;

export const queues = defineCollector({
  id: 'sqs.queues',
  service: 'sqs',
  scope: 'regional',
  recordedAs: ['AWS::SQS::Queue'],
  calls: [ListQueues],
  gather: (aws) =>
    aws.list(ListQueues, { MaxResults: queuesPerPage }, 'QueueUrls', (url, members): Queue => {
      // "https://sqs.eu-west-1.amazonaws.com/111122223333/orders": the queues of this account, by name.
      const name = /\/(\d{12})\/([\w.-]+)$/.exec(url)?.[2];
      if (name === undefined) return members.unusable('the URL of a queue names no queue');
      return {
        arn: `arn:${aws.partition}:sqs:${aws.region}:${aws.account}:${name}`,
        type: 'AWS::SQS::Queue',
        name,
        region: aws.region,
        url,
      };
    }),
});

export interface QueueAttributes {
  /** Null where the queue has none. */
  readonly policy: Observed<Policy | null>;
  /** Undefined where nothing encrypts it. */
  readonly encryption: Observed<'SQS' | 'KMS' | undefined>;
}

/** An attribute that is not set is left out: Amazon SQS API reference, "GetQueueAttributes". */
export const queueAttributes = defineCollector({
  id: 'sqs.queue-attributes',
  service: 'sqs',
  scope: 'regional',
  calls: [GetQueueAttributes],
  needs: { queues },
  gather: (aws, given): Promise<PerResource<QueueAttributes>> =>
    perResource(given.queues.items, ({ url }) =>
      aws.get(
        GetQueueAttributes,
        {
          QueueUrl: url,
          AttributeNames: ['QueueArn', 'Policy', 'KmsMasterKeyId', 'SqsManagedSseEnabled'],
        },
        (answer, members): QueueAttributes => {
          const { Policy, KmsMasterKeyId, ...rest } = members.must(answer, 'Attributes');
          // Every queue has one: where it is missing, so may be the others.
          members.must(rest, 'QueueArn');
          return {
            policy: members.observe(() =>
              Policy ? policyIn(Policy, members, 'the queue policy') : null,
            ),
            encryption: members.observe(() => {
              if (KmsMasterKeyId) return 'KMS';
              const managed = members.must(rest, 'SqsManagedSseEnabled');
              return oneOf(managed, ['true', 'false'], members) === 'true' ? 'SQS' : undefined;
            }),
          };
        },
      ),
    ),
});
