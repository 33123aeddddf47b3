import { AccountClient, EnableRegionCommand, ListRegionsCommand } from '@aws-sdk/client-account';
import {
  CreateSecurityGroupCommand,
  DescribeRegionsCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeSecurityGroups,
} from '@aws-sdk/client-ec2';
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GenerateCredentialReportCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListVirtualMFADevicesCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListUsers,
} from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyStatusCommand,
  GetPublicAccessBlockCommand,
  PutBucketPolicyCommand,
  S3Client,
  paginateListBuckets,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../support/emulator.ts';

const moto = await startEmulator();
const endpoint = moto?.endpoint ?? '';
afterAll(() => moto?.stop());

const config = {
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'unused' },
};

describe.skipIf(!moto)('the emulator answers as AWS does', () => {
  it('shows enabled Regions, and with AllRegions also those that are not', async () => {
    const ec2 = new EC2Client(config);
    const statuses = async (AllRegions: boolean) => {
      const { Regions = [] } = await ec2.send(new DescribeRegionsCommand({ AllRegions }));
      return new Map(Regions.map(({ RegionName, OptInStatus }) => [RegionName, OptInStatus]));
    };
    const enabled = await statuses(false);
    expect(enabled.get('eu-south-1')).toBe('opted-in');
    expect(enabled.get('eu-west-1')).toBe('opt-in-not-required');
    expect(enabled.has('ap-east-1')).toBe(false);
    expect([...enabled.keys()].filter((name) => /^(us-gov|cn)-/.test(name ?? ''))).toEqual([]);
    expect((await statuses(true)).get('ap-east-1')).toBe('not-opted-in');

    const account = new AccountClient(config);
    await account.send(new EnableRegionCommand({ RegionName: 'me-south-1' }));
    const { Regions } = await account.send(new ListRegionsCommand({}));
    const of = (name: string) => Regions?.find(({ RegionName }) => RegionName === name);
    expect(of('me-south-1')?.RegionOptStatus).toBe('ENABLED');
    expect(of('ap-east-1')?.RegionOptStatus).toBe('DISABLED');
    expect((await statuses(false)).get('me-south-1')).toBe('opted-in');
  });

  it('keeps keys as old as the clock offset asks, in lists and in the credential report', async () => {
    const iam = new IAMClient(config);
    const old = new IAMClient({ ...config, customUserAgent: [['clock-offset', '-8640000']] });
    await iam.send(new CreateUserCommand({ UserName: 'aged' }));
    await old.send(new CreateAccessKeyCommand({ UserName: 'aged' }));
    const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName: 'aged' }));
    const created = AccessKeyMetadata?.[0]?.CreateDate?.getTime() ?? 0;
    expect(Math.round((Date.now() - created) / 86_400_000)).toBe(100);
    await iam.send(new GenerateCredentialReportCommand({}));
    const { Content } = await iam.send(new GetCredentialReportCommand({}));
    const [header, root, user] = Buffer.from(Content ?? [])
      .toString()
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    expect(root?.[0]).toBe('<root_account>');
    expect(root?.[1]).toMatch(/:root$/);
    expect(root).toHaveLength(header?.length ?? 0);
    expect(user).toHaveLength(header?.length ?? 0);
    expect(user?.[header?.indexOf('access_key_1_last_rotated') ?? -1]).toContain(
      new Date(created).toISOString().slice(0, 10),
    );
  });

  it('knows whether root has MFA, and of which kind', async () => {
    const iam = new IAMClient(config);
    const mfa = async () =>
      (await iam.send(new GetAccountSummaryCommand({}))).SummaryMap?.['AccountMFAEnabled'];
    expect(await mfa()).toBe(0);
    const body = JSON.stringify({ mfa: true, virtualMfa: true });
    await fetch(`${endpoint}/emulator/root`, { method: 'PUT', body });
    expect(await mfa()).toBe(1);
    const { VirtualMFADevices } = await iam.send(
      new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }),
    );
    expect(VirtualMFADevices?.map(({ User }) => User?.Arn)).toEqual([
      'arn:aws:iam::123456789012:root',
    ]);
  });

  it('gives pages where moto ignores the size, and every item once', async () => {
    const iam = new IAMClient(config);
    for (let index = 0; index < 6; index += 1) {
      await iam.send(new CreateUserCommand({ UserName: `page-${index}` }));
      const trust = { RoleName: `role-${index}`, AssumeRolePolicyDocument: '{"Statement":[]}' };
      await iam.send(new CreateRoleCommand(trust));
    }
    const users: string[] = [];
    let pages = 0;
    for await (const page of paginateListUsers({ client: iam, pageSize: 2 }, {})) {
      pages += 1;
      expect(page.Users?.length).toBeLessThanOrEqual(2);
      users.push(...(page.Users ?? []).map(({ UserName }) => UserName ?? ''));
    }
    expect(pages).toBeGreaterThan(2);
    expect(new Set(users).size).toBe(users.length);

    const details: string[] = [];
    const request = { Filter: ['User' as const, 'Role' as const] };
    for await (const page of paginateGetAccountAuthorizationDetails(
      { client: iam, pageSize: 5 },
      request,
    )) {
      details.push(...(page.UserDetailList ?? []).map(({ Arn }) => Arn ?? ''));
      details.push(...(page.RoleDetailList ?? []).map(({ Arn }) => Arn ?? ''));
    }
    expect(details).toHaveLength(users.length + 6);

    const kms = new KMSClient(config);
    for (let index = 0; index < 3; index += 1) await kms.send(new CreateKeyCommand({}));
    const sizes: number[] = [];
    for await (const page of paginateListKeys({ client: kms, pageSize: 2 }, {})) {
      sizes.push(page.Keys?.length ?? 0);
    }
    expect(sizes).toEqual([2, 1]);
  });

  it('gives EC2 lists in pages', async () => {
    const ec2 = new EC2Client({ ...config, region: 'eu-north-1' });
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    for (let index = 0; index < 11; index += 1) {
      const group = { GroupName: `g${index}`, Description: 'd', VpcId: Vpcs?.[0]?.VpcId };
      await ec2.send(new CreateSecurityGroupCommand(group));
    }
    const sizes: number[] = [];
    for await (const page of paginateDescribeSecurityGroups({ client: ec2, pageSize: 5 }, {})) {
      sizes.push(page.SecurityGroups?.length ?? 0);
    }
    expect(sizes).toEqual([5, 5, 2]);
  });

  it('creates a default security group that admits itself', async () => {
    const ec2 = new EC2Client({ ...config, region: 'eu-west-2' });
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({}));
    const group = SecurityGroups?.[0];
    expect(group?.IpPermissions?.[0]?.UserIdGroupPairs?.[0]?.GroupId).toBe(group?.GroupId);
  });

  it('creates closed buckets, reads their policies and lists them in pages', async () => {
    const s3 = new S3Client({ ...config, forcePathStyle: true });
    for (const Bucket of ['nwh-a', 'nwh-b', 'nwh-c']) {
      await s3.send(new CreateBucketCommand({ Bucket }));
    }
    const Bucket = 'nwh-a';
    const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(block.PublicAccessBlockConfiguration?.RestrictPublicBuckets).toBe(true);
    const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    const rule = encryption.ServerSideEncryptionConfiguration?.Rules?.[0];
    expect(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('AES256');
    const ownership = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
    expect(ownership.OwnershipControls?.Rules?.[0]?.ObjectOwnership).toBe('BucketOwnerEnforced');

    const isPublic = async (Condition: object) => {
      const statement = { Effect: 'Allow', Principal: { AWS: ['*'] }, Action: 's3:GetObject' };
      const Statement = [{ ...statement, Resource: 'arn:aws:s3:::nwh-a/*', Condition }];
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
      await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
      const answer = await s3.send(new GetBucketPolicyStatusCommand({ Bucket }));
      return answer.PolicyStatus?.IsPublic;
    };
    expect(await isPublic({})).toBe(true);
    expect(await isPublic({ Bool: { 'aws:SecureTransport': 'true' } })).toBe(true);
    expect(await isPublic({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })).toBe(false);

    const names: string[] = [];
    for await (const page of paginateListBuckets({ client: s3, pageSize: 2 }, {})) {
      names.push(
        ...(page.Buckets ?? []).map(({ Name, BucketRegion }) => `${Name} ${BucketRegion}`),
      );
    }
    expect(names).toEqual(['nwh-a us-east-1', 'nwh-b us-east-1', 'nwh-c us-east-1']);
  });

  it('refuses the rotation status of an asymmetric key', async () => {
    const kms = new KMSClient({ ...config, region: 'eu-west-3' });
    const made = await kms.send(
      new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    );
    const KeyId = made.KeyMetadata?.KeyId;
    await expect(kms.send(new GetKeyRotationStatusCommand({ KeyId }))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
    });
  });
});
