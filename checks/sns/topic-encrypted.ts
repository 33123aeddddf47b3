import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { topicAttributes, topics } from '../../src/collectors/sns/topics.ts';

export default defineCheck({
  id: 'sns-topic-encrypted',
  title: 'The topic encrypts its messages with a KMS key',
  severity: 'medium',
  responsibility: 'sns.server-side-encryption-at-rest',
  controls: { 'aws-security-hub': { 'SNS.1': equal } },
  why: 'SNS keeps messages on disk while it delivers them. With a KMS key nobody reads them there, and who may use the key is one more lock.',
  fix: 'Set a customer managed key: with alias/aws/sns, whose policy cannot be changed, other services of AWS can no longer publish to the topic.',
  link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
  remedy: {
    console:
      'SNS, Topics, the topic, Edit, Encryption. Publishers that may not use the key are refused from then on: change the key policy first.',
    cli: 'aws sns set-topic-attributes --topic-arn ARN --attribute-name KmsMasterKeyId --attribute-value KEY',
    terraform: `resource "aws_sns_topic" "this" {
  kms_master_key_id = aws_kms_key.topics.arn
  # …
}`,
  },

  evaluates: topics,
  needs: { attributes: topicAttributes },

  evaluate(topic, { read, attributes }) {
    const { key } = read(attributes.of(topic));
    return key === undefined ? fail('the topic has no KMS key') : pass(`the KMS key is ${key}`);
  },
});
