import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import * as sdk from '@aws-sdk/client-sns';
import { sns as service } from '../../src/collectors/sns/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

const TOPICS = [
  // As AWS makes it: everyone, if of the account that owns the topic.
  { name: 'nwh-alerts', region: HOME, key: undefined, open: false },
  { name: 'nwh-arrivals', region: SECOND, key: 'alias/nwh-legacy', open: true },
  { name: 'nwh-billing', region: US, key: 'alias/nwh-group', open: false },
] as const;

async function plant(site: Site): Promise<void> {
  for (const { name, region, key, open } of TOPICS) {
    const sns = site.client(SNSClient, region, 310);
    const TopicArn = `arn:aws:sns:${region}:${ACCOUNT_ID}:${name}`;
    await sns.send(
      new CreateTopicCommand({ Name: name, Attributes: key ? { KmsMasterKeyId: key } : {} }),
    );
    if (open) {
      const Statement = [
        { Effect: 'Allow', Principal: '*', Action: 'SNS:Subscribe', Resource: TopicArn },
      ];
      await sns.send(
        new SetTopicAttributesCommand({
          TopicArn,
          AttributeName: 'Policy',
          AttributeValue: JSON.stringify({ Version: '2012-10-17', Statement }),
        }),
      );
    }
    site.expect('sns-topic-not-public', TopicArn, open ? 'fail' : 'pass');
    site.expect('sns-topic-encrypted', TopicArn, key ? 'pass' : 'fail');
  }
}

export default emulate({ service, sdk, Client: SNSClient, plant });
