import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { topicAttributes, topics } from '../../src/collectors/sns/topics.ts';
import { judgeResourcePolicy } from '../../src/reasoning/exposure/resource-policy.ts';

export default defineCheck({
  id: 'sns-topic-not-public',
  title: 'The policy of the topic does not let everyone in',
  severity: 'critical',
  responsibility: 'sns.identity-and-access',
  controls: {
    'cis-aws-7.0': {
      '2.21': subsetOf('topics are one of the kinds of resource that it is about'),
    },
    'aws-fsbp': { 'SNS.4': equal },
    'nist-800-53-r5': servesNist('who may use a topic is one part of access', 'AC-3', 'AC-6'),
  },
  why: 'Whoever may subscribe to a topic reads all that is sent to it; whoever may publish speaks to all who listen, and to what runs by its messages.',
  fix: 'Name the accounts or roles in the statement that the finding names. For a service that publishes, add a fixed aws:SourceArn or aws:SourceAccount; sns:Protocol and sns:Endpoint do not say who calls.',
  link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html',
  remedy: {
    console: 'SNS, Topics, the topic, Edit, Access policy.',
    cli: `aws sns get-topic-attributes --topic-arn ARN --query Attributes.Policy --output text > policy.json
# edit policy.json: take out the open statement
aws sns set-topic-attributes --topic-arn ARN --attribute-name Policy --attribute-value file://policy.json`,
    terraform: `resource "aws_sns_topic_policy" "this" {
  arn    = aws_sns_topic.this.arn
  policy = data.aws_iam_policy_document.this.json # principals that are named, or a fixed aws:SourceArn
}`,
  },

  evaluates: topics,
  needs: { attributes: topicAttributes },

  evaluate: (topic, { read, attributes }) =>
    judgeResourcePolicy(read(read(attributes.of(topic)).policy), {
      service: 'sns',
      arn: topic.arn,
      what: 'topic policy',
    }),
});
