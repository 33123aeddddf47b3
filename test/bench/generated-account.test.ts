import {
  DescribeVolumesCommand,
  EC2Client,
  paginateDescribeInstances,
  paginateDescribeNetworkInterfaces,
  paginateDescribeSecurityGroups,
  paginateDescribeVolumes,
} from '@aws-sdk/client-ec2';
import {
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  IAMClient,
  ListAccessKeysCommand,
  paginateGetAccountAuthorizationDetails,
} from '@aws-sdk/client-iam';
import { GetKeyPolicyCommand, KMSClient, paginateListKeys } from '@aws-sdk/client-kms';
import { RDSClient, paginateDescribeDBInstances } from '@aws-sdk/client-rds';
import {
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateAccount } from '../../bench/account/account.ts';
import { regions } from '../../bench/account/regions.ts';
import { sizes, totalOf } from '../../bench/account/sizes.ts';
import { startGate } from '../../emulator/gate.ts';
import type { Gate } from '../../emulator/gate.ts';

const now = new Date('2026-06-01T00:00:00Z');
const counts = sizes['2560'].counts;

let gate: Gate;
beforeAll(async () => {
  gate = await startGate({ upstream: generateAccount('2560', now).answer });
});
afterAll(() => gate.close());

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' };
const at = (region: string, endpoint = gate.endpoint) => ({ region, endpoint, credentials });

/** Sizes of the pages of a list. */
async function pagesOf<T>(
  paginator: AsyncIterable<T>,
  items: (page: T) => readonly unknown[] | undefined,
): Promise<readonly number[]> {
  const found: number[] = [];
  for await (const page of paginator) found.push(items(page)?.length ?? Number.NaN);
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

it('has as many resources as its name says, whatever its size', () => {
  for (const [name, size] of Object.entries(sizes)) expect(totalOf(size)).toBe(Number(name));
});

it('gives in all Regions together what it counts, and half of it in the home Region', async () => {
  const found = await Promise.all(
    regions.map(async (region) => {
      const ec2 = { client: new EC2Client(at(region)), pageSize: 200 };
      const rds = { client: new RDSClient(at(region)) };
      return {
        groups: sum(
          await pagesOf(paginateDescribeSecurityGroups(ec2, {}), (page) => page.SecurityGroups),
        ),
        instances: sum(
          await pagesOf(paginateDescribeInstances(ec2, {}), (page) => page.Reservations),
        ),
        volumes: sum(await pagesOf(paginateDescribeVolumes(ec2, {}), (page) => page.Volumes)),
        interfaces: sum(
          await pagesOf(
            paginateDescribeNetworkInterfaces(ec2, {}),
            (page) => page.NetworkInterfaces,
          ),
        ),
        databases: sum(
          await pagesOf(paginateDescribeDBInstances(rds, {}), (page) => page.DBInstances),
        ),
      };
    }),
  );
  const all = (kind: keyof (typeof found)[number]) => sum(found.map((each) => each[kind]));
  expect({
    groups: all('groups'),
    instances: all('instances'),
    volumes: all('volumes'),
    interfaces: all('interfaces'),
    databases: all('databases'),
  }).toEqual({
    groups: counts.securityGroups,
    instances: counts.instances,
    volumes: counts.volumes,
    interfaces: counts.networkInterfaces,
    databases: counts.dbInstances,
  });
  expect(found[0]?.groups).toBe(counts.securityGroups / 2);
});

it('cuts lists as asked, and as its service does where nothing is asked', async () => {
  const ec2 = new EC2Client(at('us-east-1'));
  const groups = (pageSize?: number) =>
    pagesOf(
      paginateDescribeSecurityGroups(
        pageSize === undefined ? { client: ec2 } : { client: ec2, pageSize },
        {},
      ),
      (page) => page.SecurityGroups,
    );
  expect(await groups(100)).toEqual([100, 100, 92]);
  expect(await groups()).toEqual([292]);

  const iam = new IAMClient(at('us-east-1'));
  const users = await pagesOf(
    paginateGetAccountAuthorizationDetails({ client: iam }, { Filter: ['User'] }),
    (page) => page.UserDetailList,
  );
  expect(users).toEqual([100, 100, 100]);

  const kms = new KMSClient(at('us-east-1'));
  expect(await pagesOf(paginateListKeys({ client: kms, pageSize: 10 }, {}), (p) => p.Keys)).toEqual(
    [10, 10, 4],
  );
});

it('tells the same of a user in the credential report, in lists and in calls for one', async () => {
  const iam = new IAMClient(at('us-east-1'));
  expect((await iam.send(new GenerateCredentialReportCommand())).State).toBe('STARTED');
  expect((await iam.send(new GenerateCredentialReportCommand())).State).toBe('COMPLETE');
  const report = await iam.send(new GetCredentialReportCommand());
  const [header = '', root, ...rows] = new TextDecoder().decode(report.Content).split('\n');
  expect(root).toMatch(/^<root_account>,/);
  expect(rows).toHaveLength(counts.users);
  const columns = header.split(',');
  const active = ['access_key_1_active', 'access_key_2_active'].map((name) =>
    columns.indexOf(name),
  );
  for (const row of rows.slice(0, 20)) {
    const fields = row.split(',');
    expect(fields).toHaveLength(columns.length);
    const { AccessKeyMetadata = [] } = await iam.send(
      new ListAccessKeysCommand({ UserName: fields[0] }),
    );
    expect(AccessKeyMetadata.filter(({ Status }) => Status === 'Active')).toHaveLength(
      active.filter((column) => fields[column] === 'true').length,
    );
  }
});

it('answers for buckets and keys as S3 and KMS do, with their errors', async () => {
  const s3 = new S3Client({ ...at('us-east-1'), forcePathStyle: true });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({ MaxBuckets: 150 }));
  expect(Buckets).toHaveLength(150);
  const names = Buckets.flatMap(({ Name }) => Name ?? []);
  const policies = await Promise.allSettled(
    names.map((Bucket) => s3.send(new GetBucketPolicyCommand({ Bucket }))),
  );
  const refused = policies.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused.map(({ name }) => name))).toEqual(new Set(['NoSuchBucketPolicy']));
  for (const each of policies) {
    if (each.status === 'fulfilled') {
      expect(JSON.parse(each.value.Policy ?? '')).toHaveProperty('Statement');
    }
  }
  const Bucket = names[0];
  const { Grants } = await s3.send(new GetBucketAclCommand({ Bucket }));
  expect(Grants?.[0]?.Grantee?.Type).toBe('CanonicalUser');
  const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
  expect(encryption.ServerSideEncryptionConfiguration?.Rules).toHaveLength(1);
  await expect(
    s3.send(new GetBucketAclCommand({ Bucket: 'of-somebody-else' })),
  ).rejects.toMatchObject({ name: 'NoSuchBucket' });

  const kms = new KMSClient(at('us-east-1'));
  await expect(
    kms.send(new GetKeyPolicyCommand({ KeyId: 'no-such-key', PolicyName: 'default' })),
  ).rejects.toMatchObject({ name: 'NotFoundException' });
});

it('is the same account each time that it is made, and another one at another size', async () => {
  const bodies = async (name: '2560' | '6600') => {
    const other = await startGate({ upstream: generateAccount(name, now).answer });
    try {
      const client = new EC2Client(at('eu-west-1', other.endpoint));
      const pages: unknown[] = [];
      for await (const page of paginateDescribeSecurityGroups({ client, pageSize: 50 }, {})) {
        pages.push(page.SecurityGroups, page.NextToken);
      }
      return pages;
    } finally {
      await other.close();
    }
  };
  const first = await bodies('2560');
  expect(await bodies('2560')).toEqual(first);
  expect(await bodies('6600')).not.toEqual(first);
});

it('throttles what goes beyond the bucket of an operation and Region, and no other', async () => {
  gate.setBuckets(({ service, operation, region }) =>
    service === 'ec2' ? { name: `${operation} ${region}`, burst: 3, perSecond: 0.001 } : undefined,
  );
  const ask = (region: string) =>
    new EC2Client({ ...at(region), maxAttempts: 1 }).send(new DescribeVolumesCommand());
  for (let times = 0; times < 3; times += 1) await ask('us-west-2');
  await expect(ask('us-west-2')).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
  await expect(ask('us-west-1')).resolves.toHaveProperty('Volumes');
  gate.setBuckets(() => undefined);
});

it('refuses an operation that it does not know, and remembers who asked', async () => {
  gate.calls.reset();
  const client = new IAMClient({ ...at('us-east-1'), maxAttempts: 1 });
  const { GetContextKeysForCustomPolicyCommand } = await import('@aws-sdk/client-iam');
  const asked = client.send(new GetContextKeysForCustomPolicyCommand({ PolicyInputList: ['{}'] }));
  await expect(asked).rejects.toMatchObject({ name: 'InvalidAction' });
  expect(gate.calls.list().map(({ by }) => by)).toEqual(['unanswered']);
});
