import {
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { bucketNotifications } from '../../../src/collectors/s3/bucket-notifications.ts';
import { bucketObjectLock } from '../../../src/collectors/s3/bucket-object-lock.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';
import { records } from '../../support/s3.ts';

const client = mockClient(S3Client);
const { read } = startReading();

beforeEach(() => {
  client.reset();
  client
    .on(ListBucketsCommand)
    .resolves(answer({ Buckets: [{ Name: 'records', BucketRegion: 'eu-west-1' }] }))
    .on(GetBucketVersioningCommand)
    .resolves(answer({ Status: 'Enabled' }));
});

describe('Object Lock', () => {
  const lock = async () => (await gatherFrom(bucketObjectLock)).value.of(records);

  it('is on with or without a default', async () => {
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' as const };
    client.on(GetObjectLockConfigurationCommand).resolves(answer({ ObjectLockConfiguration }));
    expect(read(await lock())).toBe('on without a default');
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE' as const, Days: 30 } };
    client
      .on(GetObjectLockConfigurationCommand)
      .resolves(answer({ ObjectLockConfiguration: { ...ObjectLockConfiguration, Rule } }));
    expect(read(await lock())).toBe('COMPLIANCE');
  });

  it('is off where there is no configuration', async () => {
    client
      .on(GetObjectLockConfigurationCommand)
      .rejects(fault('ObjectLockConfigurationNotFoundError'));
    expect(read(await lock())).toBe('off');
  });

  it('is off without versioning, and S3 is not asked', async () => {
    client.on(GetBucketVersioningCommand).resolves(answer({ Status: 'Suspended' }));
    expect(read(await lock())).toBe('off');
    expect(client.commandCalls(GetObjectLockConfigurationCommand)).toEqual([]);
  });

  it('is unknown where it is denied, or says nothing', async () => {
    client.on(GetObjectLockConfigurationCommand).rejects(fault('AccessDenied'));
    expect(Observed.open(await lock())).toMatchObject({ causes: [{ reason: 'denied' }] });
    client.on(GetObjectLockConfigurationCommand).resolves(answer({ ObjectLockConfiguration: {} }));
    expect(Observed.open(await lock())).toMatchObject({ known: false });
  });
});

it('notifications go to all who are told of anything', async () => {
  const notified = async () => read((await gatherFrom(bucketNotifications)).value.of(records));
  client.on(GetBucketNotificationConfigurationCommand).resolves(answer({}));
  expect(await notified()).toEqual([]);
  client.on(GetBucketNotificationConfigurationCommand).resolves(
    answer({
      EventBridgeConfiguration: {},
      LambdaFunctionConfigurations: [],
      QueueConfigurations: [
        { QueueArn: 'arn:aws:sqs:eu-west-1:1:q', Events: ['s3:ObjectRemoved:*'] },
      ],
    }),
  );
  expect(await notified()).toEqual(['EventBridge', 'SQS queues']);
});
