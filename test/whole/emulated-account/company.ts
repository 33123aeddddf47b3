import {
  DescribeSnapshotsCommand,
  EC2Client,
  paginateDescribeInstances,
} from '@aws-sdk/client-ec2';
import { IAMClient, ListRolesCommand } from '@aws-sdk/client-iam';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { GetBucketAclCommand, GetBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { Planted } from '../../../emulator/plant.ts';
import { account } from './account.ts';

describe.skipIf(!account)('the sample company', () => {
  const planted = account?.planted ?? [];

  const config = (region: string) => ({
    endpoint: account?.gate.endpoint ?? '',
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'unused' },
  });
  const of = (check: string, outcome: Planted['outcome']) =>
    planted
      .filter((one) => one.check === check && one.outcome === outcome)
      .map((one) => one.resource);

  it('says one thing of each check and resource, and faults stand beside good settings', () => {
    const keys = planted.map(({ check, resource }) => `${check} ${resource}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const check of [
      'iam-access-key-rotated',
      's3-bucket-not-public',
      'ec2-sg-no-admin-ports-open-ipv4',
      'ec2-instance-imdsv2',
      'rds-instance-encrypted',
      'kms-key-not-public',
      'cloudtrail-log-file-validation',
    ]) {
      expect(of(check, 'pass'), check).not.toEqual([]);
      expect(of(check, 'fail'), check).not.toEqual([]);
    }
  });

  it('made no call that the emulator refused', () => {
    expect(account?.planting.filter(({ status }) => status >= 300)).toEqual([]);
  });

  it('has instances, databases and public snapshots as it says', async () => {
    const tokens = new Map<string, string | undefined>();
    const ec2 = new EC2Client(config('eu-central-1'));
    for await (const page of paginateDescribeInstances({ client: ec2 }, {})) {
      for (const { InstanceId, MetadataOptions } of page.Reservations?.flatMap(
        ({ Instances = [] }) => Instances,
      ) ?? []) {
        tokens.set(InstanceId ?? '', MetadataOptions?.HttpTokens);
      }
    }
    const optional = [...tokens].filter(([, value]) => value === 'optional').map(([id]) => id);
    expect(optional.toSorted()).toEqual(of('ec2-instance-imdsv2', 'fail').toSorted());

    const rds = new RDSClient(config('eu-central-1'));
    const { DBInstances = [] } = await rds.send(new DescribeDBInstancesCommand({}));
    const open = DBInstances.filter(({ PubliclyAccessible }) => PubliclyAccessible);
    expect(open.map(({ DBInstanceArn = '' }) => DBInstanceArn).toSorted()).toEqual(
      of('rds-instance-not-public', 'fail').toSorted(),
    );

    const { Snapshots = [] } = await new EC2Client(config('eu-west-1')).send(
      new DescribeSnapshotsCommand({ OwnerIds: ['self'], RestorableByUserIds: ['all'] }),
    );
    expect(Snapshots.map(({ SnapshotId }) => SnapshotId)).toEqual(
      of('ebs-snapshot-not-public', 'fail'),
    );
  });

  it('holds names and tags that reports must survive, and both kinds of public grant', async () => {
    const s3 = new S3Client(config('eu-west-1'));
    const { TagSet = [] } = await s3.send(
      new GetBucketTaggingCommand({ Bucket: 'nwh-public-tariffs' }),
    );
    expect(TagSet.map(({ Value }) => Value)).toContain('<script>alert(1)</script>');
    const { Grants = [] } = await s3.send(
      new GetBucketAclCommand({ Bucket: 'nwh-partner-dropbox' }),
    );
    const everyone = Grants.filter(({ Grantee }) => Grantee?.URI?.endsWith('/AllUsers'));
    expect(everyone.map(({ Permission }) => Permission)).toEqual(['READ', 'WRITE']);
  });

  it('has roles that AWS manages beside its own', async () => {
    const iam = new IAMClient(config('us-east-1'));
    const { Roles = [] } = await iam.send(new ListRolesCommand({}));
    const managed = Roles.filter(({ Path }) => Path?.startsWith('/aws-service-role/'));
    expect(managed.map(({ RoleName }) => RoleName)).toContain('AWSServiceRoleForRDS');
  });
});
