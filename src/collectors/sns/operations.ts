/** The operations of Amazon SNS that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { sns } from './service.ts';

export const ListSubscriptionsByTopic = sns.operation(
  'ListSubscriptionsByTopic',
  (sdk) => sdk.ListSubscriptionsByTopicCommand,
  {
    action: 'sns:ListSubscriptionsByTopic',
    pages: 'NextToken',
    // Whoever sends to a topic that is no more sends to nobody.
    absent: ['NotFoundException', 'NotFound'],
    // Addresses and phone numbers of people.
    redact: withoutMembers('Subscriptions[].Endpoint'),
  },
);

export const ListTopics = sns.operation('ListTopics', (sdk) => sdk.ListTopicsCommand, {
  action: 'sns:ListTopics',
  pages: 'NextToken',
});

export const GetTopicAttributes = sns.operation(
  'GetTopicAttributes',
  (sdk) => sdk.GetTopicAttributesCommand,
  { action: 'sns:GetTopicAttributes', gone: ['NotFound', 'NotFoundException'] },
);
