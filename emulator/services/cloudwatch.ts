import * as sdk from '@aws-sdk/client-cloudwatch';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { cloudwatch as service } from '../../src/collectors/cloudwatch/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, must } from '../site.ts';
import type { Site } from '../site.ts';
import logs from './cloudwatch-logs.ts';

/** A topic that somebody reads, and one that nobody subscribed to. */
async function plantTopics(site: Site) {
  const sns = site.client(SNSClient, HOME);
  const topicOf = async (Name: string) => {
    const made = await sns.send(new CreateTopicCommand({ Name }));
    return must(made.TopicArn, 'TopicArn');
  };
  const read = await topicOf('nwh-security-alarms');
  const Endpoint = 'security@northwind-harbour.example';
  await sns.send(new SubscribeCommand({ TopicArn: read, Protocol: 'email', Endpoint }));
  return { read, unread: await topicOf('nwh-alarms-to-nobody') };
}

const arnOf = (name: string) => `arn:aws:cloudwatch:${HOME}:${ACCOUNT_ID}:alarm:nwh-${name}`;

/**
 * Alarms on the metrics of the filters: three that tell somebody, one that is off, one whose topic nobody reads, and one
 * that tells nobody.
 */
async function plant(site: Site): Promise<void> {
  const { namespace } = await logs.planted(site);
  const { read, unread } = await plantTopics(site);
  const cloudwatch = site.client(sdk.CloudWatchClient, HOME);
  const alarm = (MetricName: string, topic: string | null, ActionsEnabled = true) =>
    cloudwatch.send(
      new sdk.PutMetricAlarmCommand({
        AlarmName: `nwh-${MetricName}`,
        MetricName,
        Namespace: namespace,
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        ActionsEnabled,
        AlarmActions: topic === null ? [] : [topic],
      }),
    );
  await alarm('RootUsage', read);
  await alarm('TrailChanges', read);
  await alarm('KeyDeletion', read);
  await alarm('RefusedCalls', read, false);
  await alarm('FailedSignIns', unread);
  await alarm('GroupChanges', null);
  site.expect('cloudwatch-alarm-has-actions', arnOf('RootUsage'), 'pass');
  site.expect('cloudwatch-alarm-has-actions', arnOf('GroupChanges'), 'fail');
  site.expect('cloudwatch-alarm-actions-enabled', arnOf('RootUsage'), 'pass');
  site.expect('cloudwatch-alarm-actions-enabled', arnOf('RefusedCalls'), 'fail');
  const account = `arn:aws:iam::${ACCOUNT_ID}:root`;
  for (const id of ['root-usage', 'cloudtrail-changes', 'kms-key-deletion']) {
    site.expect(`cloudwatch-alarm-${id}`, account, 'pass');
  }
  for (const id of ['unauthorized-api', 'console-auth-failures', 'security-group-changes']) {
    site.expect(`cloudwatch-alarm-${id}`, account, 'fail');
  }
}

export default emulate({ service, sdk, Client: sdk.CloudWatchClient, plant });
