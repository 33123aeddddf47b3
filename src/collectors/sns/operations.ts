/** The operations of Amazon SNS that are sent, each with its IAM action and what its answers mean. */
import { sns } from './service.ts';

export const ListTopics = sns.operation('ListTopics', (sdk) => sdk.ListTopicsCommand, {
  action: 'sns:ListTopics',
  pages: 'NextToken',
});

export const GetTopicAttributes = sns.operation(
  'GetTopicAttributes',
  (sdk) => sdk.GetTopicAttributesCommand,
  { action: 'sns:GetTopicAttributes', gone: ['NotFound', 'NotFoundException'] },
);
