import {
  type AccessPointDescription,
  DescribeAccessPointsCommand,
  DescribeBackupPolicyCommand,
  DescribeFileSystemsCommand,
  EFSClient,
  type FileSystemDescription,
} from '@aws-sdk/client-efs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessPoints } from '../../../src/collectors/efs/access-points.ts';
import { automaticBackups, fileSystems } from '../../../src/collectors/efs/file-systems.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(EFSClient);

beforeEach(() => {
  client.reset();
});

function fileSystem(FileSystemId: string, members: Partial<FileSystemDescription> = {}) {
  return {
    OwnerId: '111122223333',
    CreationToken: FileSystemId,
    FileSystemId,
    CreationTime: new Date('2026-01-01T00:00:00Z'),
    LifeCycleState: 'available' as const,
    NumberOfMountTargets: 1,
    SizeInBytes: { Value: 0 },
    PerformanceMode: 'generalPurpose' as const,
    Encrypted: true,
    Tags: [],
    ...members,
  };
}

describe('file systems', () => {
  it('are those of every page, without those that are being deleted', async () => {
    const leaving = fileSystem('fs-2', { LifeCycleState: 'deleting' });
    client
      .on(DescribeFileSystemsCommand)
      .resolves(answer({ FileSystems: [fileSystem('fs-1'), leaving], NextMarker: 'more' }))
      .on(DescribeFileSystemsCommand, { Marker: 'more' })
      .resolves(answer({ FileSystems: [fileSystem('fs-3', { Encrypted: false })] }));
    const { value } = await gatherFrom(fileSystems);
    expect(value.items.map(({ arn }) => arn)).toEqual([
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-3',
    ]);
  });

  it('whose encryption is not told are not taken for encrypted', async () => {
    const told = { FileSystems: [fileSystem('fs-1', { Encrypted: undefined })] };
    client.on(DescribeFileSystemsCommand).resolves(answer(told));
    const { value } = await gatherFrom(fileSystems);
    expect(value.items.map(({ encrypted }) => Observed.open(encrypted).known)).toEqual([false]);
  });
});

describe('automatic backups', () => {
  async function backups() {
    client.on(DescribeFileSystemsCommand).resolves(answer({ FileSystems: [fileSystem('fs-1')] }));
    const { value, gathered } = await gatherFrom(automaticBackups);
    const [found] = gathered.get(fileSystems, 'eu-west-1').items;
    return found && Observed.open(value.of(found));
  }

  it.each([
    { status: 'ENABLED', value: true },
    { status: 'ENABLING', value: true },
    { status: 'DISABLED', value: false },
    { status: 'DISABLING', value: false },
  ] as const)('are on where the policy is $status: $value', async ({ status, value }) => {
    client.on(DescribeBackupPolicyCommand).resolves(answer({ BackupPolicy: { Status: status } }));
    expect(await backups()).toMatchObject({ value });
  });

  it('are off where there is no policy', async () => {
    client.on(DescribeBackupPolicyCommand).rejects(fault('PolicyNotFound'));
    expect(await backups()).toMatchObject({ known: true, value: false });
  });

  it.each([
    ['FileSystemNotFound', 'gone'],
    ['AccessDeniedException', 'denied'],
  ])('%s is an answer of its own: %s', async (code, reason) => {
    client.on(DescribeBackupPolicyCommand).rejects(fault(code));
    expect(await backups()).toMatchObject({ causes: [{ reason }] });
  });
});

describe('access points', () => {
  async function point(members: AccessPointDescription) {
    const AccessPointArn = 'arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1';
    const named = { AccessPointId: 'fsap-1', AccessPointArn, LifeCycleState: 'available' as const };
    client
      .on(DescribeAccessPointsCommand)
      .resolves(answer({ AccessPoints: [{ ...named, ...members }] }));
    const { value } = await gatherFrom(accessPoints);
    return value.items[0];
  }

  it('impose a user and a directory where they have them', async () => {
    const found = await point({ PosixUser: { Uid: 0, Gid: 0 }, RootDirectory: { Path: '/app' } });
    expect(found && Observed.open(found.imposesUser)).toMatchObject({ value: true });
    expect(found && Observed.open(found.root)).toMatchObject({ value: '/app' });
  });

  it('without a user impose none', async () => {
    const found = await point({ RootDirectory: { Path: '/' } });
    expect(found && Observed.open(found.imposesUser)).toMatchObject({ value: false });
  });

  it('whose directory is not told are not taken for confined', async () => {
    const found = await point({});
    expect(found && Observed.open(found.root)).toMatchObject({ known: false });
  });

  it('that are being deleted are left out', async () => {
    expect(await point({ LifeCycleState: 'deleting' })).toBeUndefined();
  });
});
