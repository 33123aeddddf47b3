/** SNS topics, with the policy and the key of each. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { GetTopicAttributes, ListTopics } from './operations.ts';

export const topics = defineCollector({
  id: 'sns.topics',
  service: 'sns',
  scope: 'regional',
  recordedAs: ['AWS::SNS::Topic'],
  calls: [ListTopics],
  gather: (aws) =>
    aws.list(ListTopics, {}, 'Topics', (topic, { must }): Resource => {
      const arn = must(topic, 'TopicArn');
      return {
        arn,
        type: 'AWS::SNS::Topic',
        name: arn.slice(arn.lastIndexOf(':') + 1),
        region: aws.region,
      };
    }),
});

export interface TopicAttributes {
  readonly policy: Observed<Policy>;
  /** The key of KMS: its id, ARN or alias; undefined where it has none. */
  readonly key: string | undefined;
}

export const topicAttributes = defineCollector({
  id: 'sns.topic-attributes',
  service: 'sns',
  scope: 'regional',
  calls: [GetTopicAttributes],
  needs: { topics },
  gather: (aws, given): Promise<PerResource<TopicAttributes>> =>
    perResource(given.topics.items, ({ arn: TopicArn }) =>
      aws.get(GetTopicAttributes, { TopicArn }, (answer, members): TopicAttributes => {
        const attributes = members.must(answer, 'Attributes');
        // Every topic has these: where one is missing, so may be the key.
        members.must(attributes, 'TopicArn');
        return {
          policy: members.observe(() =>
            policyIn(members.must(attributes, 'Policy'), members, 'the topic policy'),
          ),
          // Left out where nobody set a key: Amazon SNS API reference, "GetTopicAttributes".
          key: attributes['KmsMasterKeyId'] || undefined,
        };
      }),
    ),
});
