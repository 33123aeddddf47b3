import { BackupClient, ListProtectedResourcesCommand } from '@aws-sdk/client-backup';
import {
  DescribeVolumesCommand,
  EC2Client,
  GetEbsEncryptionByDefaultCommand,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { ebsDefaults } from '../../../src/collectors/ec2/ebs-defaults.ts';
import { protectedResources } from '../../../src/collectors/backup/protected-resources.ts';
import { volumes } from '../../../src/collectors/ec2/volumes.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);
const backup = mockClient(BackupClient);

afterEach(() => {
  ec2.reset();
  backup.reset();
});

const task = 'arn:aws:ecs:eu-west-1:111122223333:task/c/0123456789abcdef';

describe('volumes', () => {
  it('skips those that are being deleted, and names the instances of the others', async () => {
    ec2.on(DescribeVolumesCommand).resolves(
      answer({
        Volumes: [
          {
            VolumeId: 'vol-1',
            State: 'in-use',
            Encrypted: false,
            Attachments: [{ InstanceId: 'i-1' }],
          },
          { VolumeId: 'vol-2', State: 'deleting' },
          {
            VolumeId: 'vol-4',
            State: 'in-use',
            Encrypted: true,
            Attachments: [{ AssociatedResource: task, InstanceOwningService: 'ecs.amazonaws.com' }],
          },
          { VolumeId: 'vol-3', State: 'available', Attachments: [] },
        ],
      }),
    );
    const { value } = await gatherFrom(volumes);
    const [attached, toTask, available] = value.items;
    expect(value.items).toHaveLength(3);
    expect(toTask && Observed.open(toTask.attachedTo), 'F5').toMatchObject({ value: [task] });
    expect(attached && Observed.open(attached.attachedTo)).toMatchObject({
      value: ['arn:aws:ec2:eu-west-1:111122223333:instance/i-1'],
    });
    expect(available && Observed.open(available.encrypted).known).toBe(false);
  });
});

describe('ebsDefaults', () => {
  it('does not take a missing member for "off"', async () => {
    ec2.on(GetEbsEncryptionByDefaultCommand).resolves(answer({}));
    const { value } = await gatherFrom(ebsDefaults);
    expect(
      value.items.map(({ encryptsNewVolumes }) => Observed.open(encryptsNewVolumes).known),
    ).toEqual([false]);
  });
});

describe('protectedResources', () => {
  it('follows pages, and keeps a resource without a backup', async () => {
    const LastBackupTime = new Date('2026-11-20T00:00:00Z');
    backup
      .on(ListProtectedResourcesCommand)
      .resolvesOnce(answer({ Results: [{ ResourceArn: 'a', LastBackupTime }], NextToken: 'more' }))
      .resolvesOnce(answer({ Results: [{ ResourceArn: 'b' }] }));
    const { value } = await gatherFrom(protectedResources);
    expect(value.items).toMatchObject([
      { arn: 'a', lastBackup: LastBackupTime },
      { arn: 'b', lastBackup: null },
    ]);
  });
});
