import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetTrailStatusCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import { GetBucketLoggingCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { trails, trailStatus } from '../../../src/collectors/cloudtrail/trails.ts';
import {
  trailBucketLogging,
  trailBuckets,
} from '../../../src/collectors/cloudtrail/trail-buckets.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(CloudTrailClient);
const s3 = mockClient(S3Client);

const trail = (name: string, fields: Trail = {}): Trail => ({
  Name: name,
  TrailARN: `arn:aws:cloudtrail:us-east-1:111122223333:trail/${name}`,
  HomeRegion: 'us-east-1',
  S3BucketName: `${name}-logs`,
  IsMultiRegionTrail: true,
  LogFileValidationEnabled: true,
  ...fields,
});
const ofTheOrganization = trail('everyone', {
  TrailARN: 'arn:aws:cloudtrail:us-east-1:444455556666:trail/everyone',
  IsOrganizationTrail: true,
});

beforeEach(() => {
  client.reset();
  s3.reset();
  s3.on(ListBucketsCommand).resolves(
    answer({
      Buckets: [
        { Name: 'audit-logs', BucketRegion: 'eu-west-1' },
        { Name: 'far-logs', BucketRegion: 'ap-south-1' },
      ],
    }),
  );
});

it('counts a trail once that every Region shows, and asks it at home', async () => {
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [trail('audit')] }));
  client.on(GetTrailStatusCommand).resolves(answer({ IsLogging: true }));

  const { value, gathered, ledger } = await gatherFrom(trailStatus, {
    regions: ['eu-west-1', 'eu-central-1'],
  });

  const found = gathered.get(trails, 'global');
  expect(found.items.map(({ name, region }) => ({ name, region }))).toEqual([
    { name: 'audit', region: 'us-east-1' },
  ]);
  expect(found.gaps).toEqual([]);
  expect(found.items.map((each) => Observed.open(value.of(each)))).toMatchObject([
    { value: { isLogging: true, deliveryError: null, digestError: null, cloudWatchError: null } },
  ]);
  expect(ledger.lines.filter((line) => line.operation === 'GetTrailStatus')).toMatchObject([
    { region: 'us-east-1' },
  ]);
});

it('F2 tells why what a trail records does not arrive', async () => {
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [trail('audit')] }));
  client.on(GetTrailStatusCommand).resolves(
    answer({
      IsLogging: true,
      LatestDeliveryError: 'NoSuchBucket',
      LatestDigestDeliveryError: 'AccessDenied',
      LatestCloudWatchLogsDeliveryError: 'Access denied',
    }),
  );
  const { value, gathered } = await gatherFrom(trailStatus);
  const [audit] = gathered.get(trails, 'global').items;
  expect(audit && Observed.open(value.of(audit))).toMatchObject({
    value: {
      isLogging: true,
      deliveryError: 'NoSuchBucket',
      digestError: 'AccessDenied',
      cloudWatchError: 'Access denied',
    },
  });
});

it('a Region that may not be read is a gap beside the trails of the others', async () => {
  client
    .on(DescribeTrailsCommand)
    .resolvesOnce(answer({ trailList: [trail('audit')] }))
    .rejects(fault('AccessDeniedException'));

  const { value } = await gatherFrom(trails, { regions: ['eu-west-1', 'eu-central-1'] });

  expect(value).toMatchObject({ items: [{ name: 'audit' }], gaps: [{ reason: 'denied' }] });
});

it("the organisation's trail is not the member's to keep", async () => {
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [ofTheOrganization] }));

  const { value } = await gatherFrom(trails);

  expect(value.items).toMatchObject([{ managed: { by: 'organization' } }]);
});

it('a member that CloudTrail always sends is not guessed at', async () => {
  const silent = { ...trail('audit'), LogFileValidationEnabled: undefined };
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [silent] }));

  const { value } = await gatherFrom(trails);

  expect(value.items.map((each) => Observed.open(each.logFileValidation))).toMatchObject([
    { known: false, causes: [{ reason: 'failed' }] },
  ]);
});

it('asks for the access log of the own buckets that trails deliver to, and of no other', async () => {
  const twice = trail('second', { S3BucketName: 'audit-logs' });
  client
    .on(DescribeTrailsCommand)
    .resolves(answer({ trailList: [trail('audit'), twice, trail('strange'), trail('far')] }));
  s3.on(GetBucketLoggingCommand).resolves(
    answer({ LoggingEnabled: { TargetBucket: 'access-logs', TargetPrefix: '' } }),
  );

  const { value, gathered, ledger } = await gatherFrom(trailBucketLogging, {
    regions: ['eu-west-1'],
    regionStates: Observed.known(
      ['eu-west-1', 'ap-south-1'].map((region) => ({ region, enabled: true, state: 'opted-in' })),
    ),
  });

  const found = gathered.get(trailBuckets, 'global');
  expect(found.items.map(({ name }) => name)).toEqual(['audit-logs', 'strange-logs']);
  const [own, strange] = found.items.map((bucket) => Observed.open(value.of(bucket)));
  expect(own).toMatchObject({ value: 'access-logs' });
  expect(strange).toMatchObject({
    known: false,
    causes: [{ detail: expect.stringContaining('not among this account') }],
  });
  expect(ledger.lines.filter((line) => line.operation === 'GetBucketLogging')).toHaveLength(1);
});

it("the bucket of the organisation's trail is another account's to keep", async () => {
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [ofTheOrganization] }));

  const { value } = await gatherFrom(trailBuckets);

  expect(value.items).toMatchObject([{ name: 'everyone-logs', managed: { by: 'organization' } }]);
});

it('where buckets may not be listed, whose the bucket is stays open', async () => {
  client.on(DescribeTrailsCommand).resolves(answer({ trailList: [ofTheOrganization] }));
  s3.on(ListBucketsCommand).rejects(fault('AccessDenied'));

  const { value } = await gatherFrom(trailBuckets);

  const [bucket] = value.items;
  expect(bucket?.managed).toBeUndefined();
  expect(bucket && Observed.open(bucket.own)).toMatchObject({ causes: [{ reason: 'denied' }] });
});
