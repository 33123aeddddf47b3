import {
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  GetPublicAccessBlockCommand as GetAccountBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import check from '../../../checks/s3/bucket-not-public.ts';
import { bucketExposure } from '../../../src/collectors/s3/bucket-exposure.ts';
import {
  bucketAcls,
  bucketPolicy,
  bucketPolicyStatus,
  bucketPublicGrants,
} from '../../../src/collectors/s3/bucket-access.ts';
import { bucketLogging } from '../../../src/collectors/s3/bucket-logging.ts';
import { bucketEncryption, bucketVersioning } from '../../../src/collectors/s3/bucket-settings.ts';
import { buckets } from '../../../src/collectors/s3/buckets.ts';
import { accountBlock, bucketBlock } from '../../../src/collectors/s3/public-access-block.ts';
import type { Collector } from '../../../src/collect/collector.ts';
import type { PerResource } from '../../../src/collect/per-resource.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { judge } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';
import { causeOf } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const client = mockClient(S3Client);
const control = mockClient(S3ControlClient);
const allOn = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const states = (...regions: readonly string[]) =>
  Observed.known(regions.map((region) => ({ region, enabled: true, state: 'opted-in' })));

function listed(...Buckets: readonly { Name: string; BucketRegion?: string }[]): void {
  client.on(ListBucketsCommand).resolves(answer({ Buckets: [...Buckets] }));
}

function group(name: string) {
  return { Type: 'Group' as const, URI: `http://acs.amazonaws.com/groups/${name}` };
}

/** One setting of the bucket `records`. */
async function settingOf<T>(setting: Collector<PerResource<T>>) {
  const { value } = await gatherFrom(setting);
  return Observed.open(value.of(records));
}

beforeEach(() => {
  client.reset();
  control.reset();
  listed({ Name: 'records', BucketRegion: 'eu-west-1' });
});

describe('the buckets', () => {
  it('are those of every page, each in its Region', async () => {
    client
      .on(ListBucketsCommand)
      .resolves(
        answer({ Buckets: [{ Name: 'a', BucketRegion: 'eu-west-1' }], ContinuationToken: 't' }),
      )
      .on(ListBucketsCommand, { ContinuationToken: 't' })
      .resolves(answer({ Buckets: [{ Name: 'b', BucketRegion: 'eu-central-1' }] }));

    const { value } = await gatherFrom(buckets, { regions: ['eu-west-1', 'eu-central-1'] });

    expect(value).toMatchObject({
      items: [
        { arn: 'arn:aws:s3:::a', region: 'eu-west-1' },
        { arn: 'arn:aws:s3:::b', region: 'eu-central-1' },
      ],
      gaps: [],
    });
  });

  it('S24 F47 stay in sight where nobody tells their Region, and nothing of them is guessed', async () => {
    listed({ Name: 'records' });
    client.on(GetBucketLocationCommand).rejects(fault('AccessDenied'));

    const { value, gathered } = await gatherFrom(bucketVersioning);

    expect(gathered.get(buckets, 'global').items).toMatchObject([
      { name: 'records', region: 'unknown' },
    ]);
    expect(Observed.open(value.of(records))).toMatchObject({
      causes: [{ reason: 'denied', source: { operation: 'GetBucketLocation' } }],
    });
    expect(client.commandCalls(GetBucketVersioningCommand)).toEqual([]);
  });

  it.each([
    { told: 'eu-central-1' as const, region: 'eu-central-1' },
    { told: 'EU' as const, region: 'eu-west-1' },
    { told: undefined, region: 'us-east-1' },
  ])('F47 are asked for their Region where the list does not tell it: $region', async (each) => {
    listed(
      { Name: 'a', BucketRegion: 'eu-west-1' },
      { Name: 'b' },
      { Name: 'c', BucketRegion: '' },
    );
    client
      .on(GetBucketLocationCommand)
      .resolves(answer(each.told ? { LocationConstraint: each.told } : {}));

    const { value, ledger } = await gatherFrom(buckets, {
      regions: ['eu-west-1', 'eu-central-1', 'us-east-1'],
    });

    expect(value.items.map(({ name, region }) => [name, region])).toEqual([
      ['a', 'eu-west-1'],
      ['b', each.region],
      ['c', each.region],
    ]);
    const asked = client.commandCalls(GetBucketLocationCommand);
    expect(asked.map(({ args }) => args[0].input.Bucket)).toEqual(['b', 'c']);
    expect(ledger.lines.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  });

  it('F47 of a partition where every Region has a name are not taken for those of us-east-1', async () => {
    listed({ Name: 'b' });
    client.on(GetBucketLocationCommand).resolves(answer({}));
    const { value } = await gatherFrom(buckets, { partition: 'aws-cn' });
    expect(value.items).toMatchObject([{ region: 'unknown' }]);
  });

  it('of Regions that the user left out are left out', async () => {
    listed({ Name: 'near', BucketRegion: 'eu-west-1' }, { Name: 'far', BucketRegion: 'sa-east-1' });

    const { value } = await gatherFrom(buckets, { regionStates: states('eu-west-1', 'sa-east-1') });

    expect(value.items.map(({ name }) => name)).toEqual(['near']);
  });

  it('that are gone when S3 is asked where they are, are said to be gone (F14)', async () => {
    listed({ Name: 'records', BucketRegion: 'eu-west-1' }, { Name: 'former' });
    client.on(GetBucketLocationCommand).rejects(fault('NoSuchBucket'));

    const { gathered, ledger } = await gatherFrom(buckets);

    expect(gathered.gone('arn:aws:s3:::former')).toMatchObject({ reason: 'gone' });
    expect(gathered.gone('arn:aws:s3:::records')).toBeUndefined();
    expect(ledger.lines.map(({ status, spoilt }) => [status, spoilt])).toEqual([
      ['ok', undefined],
      ['ok', undefined],
    ]);
  });

  it('stay in a scan of some Regions where their own is not known (K11)', async () => {
    listed({ Name: 'near', BucketRegion: 'eu-west-1' }, { Name: 'somewhere' });

    const { value } = await gatherFrom(buckets, { regionStates: states('eu-west-1', 'sa-east-1') });

    expect(value.items.map(({ name }) => name)).toEqual(['near', 'somewhere']);
  });

  it.each(['', ' ', 'nowhere-1'])(
    'F67 stay in a scan of some Regions where S3 tells %j for their own',
    async (BucketRegion) => {
      listed({ Name: 'near', BucketRegion: 'eu-west-1' }, { Name: 'odd', BucketRegion });
      client.on(GetBucketLocationCommand).rejects(fault('AccessDenied'));

      const { value } = await gatherFrom(buckets, {
        regionStates: states('eu-west-1', 'sa-east-1'),
      });

      expect(value.items.map(({ name }) => name)).toEqual(['near', 'odd']);
    },
  );

  it('S24 of a Region that was switched off stay in a scan of all Regions', async () => {
    listed({ Name: 'far', BucketRegion: 'me-south-1' });

    const { value } = await gatherFrom(buckets, { regionStates: states('eu-west-1') });

    expect(value.items).toMatchObject([{ name: 'far', region: 'me-south-1' }]);
  });

  it('stay where the Regions of the account could not be read', async () => {
    listed({ Name: 'far', BucketRegion: 'me-south-1' });

    const { value } = await gatherFrom(buckets, {
      partition: 'aws-cn',
      regions: ['cn-north-1', 'cn-northwest-1'],
      regionStates: Observed.unreadable(causeOf('denied')),
    });

    expect(value.items).toHaveLength(1);
  });
});

describe('a setting', () => {
  it.each([
    { code: 'NoSuchPublicAccessBlockConfiguration', setting: bucketBlock, value: null },
    { code: 'NoSuchBucketPolicy', setting: bucketPolicy, value: null },
    { code: 'NoSuchBucketPolicy', setting: bucketPolicyStatus, value: 'no-policy' },
    { code: 'OwnershipControlsNotFoundError', setting: bucketAcls, value: 'enabled' },
    {
      code: 'ServerSideEncryptionConfigurationNotFoundError',
      setting: bucketEncryption,
      value: [],
    },
  ])('S23 S26 that is absent by $code is known', async ({ code, setting, value }) => {
    client.onAnyCommand().rejects(fault(code));
    listed({ Name: 'records', BucketRegion: 'eu-west-1' });

    expect(await settingOf<unknown>(setting)).toMatchObject({ known: true, value });
  });

  it.each([{ setting: bucketBlock }, { setting: bucketPolicy }, { setting: bucketPublicGrants }])(
    'S23 S26 that is denied is unreadable',
    async ({ setting }) => {
      client.onAnyCommand().rejects(fault('AccessDenied'));
      listed({ Name: 'records', BucketRegion: 'eu-west-1' });

      expect(await settingOf<unknown>(setting)).toMatchObject({ causes: [{ reason: 'denied' }] });
    },
  );

  it('that lacks a member which S3 always sends is unreadable', async () => {
    const half = { BlockPublicAcls: true };
    client
      .on(GetPublicAccessBlockCommand)
      .resolves(answer({ PublicAccessBlockConfiguration: half }));

    expect(await settingOf(bucketBlock)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it('is asked in the Region of the bucket', async () => {
    listed({ Name: 'records', BucketRegion: 'eu-central-1' });
    client.on(GetBucketVersioningCommand).resolves(answer({}));

    const { value, ledger } = await gatherFrom(bucketVersioning, {
      regions: ['eu-west-1', 'eu-central-1'],
    });

    expect(Observed.open(value.of(records))).toMatchObject({
      value: { status: 'Off', mfaDelete: false },
    });
    expect(ledger.lines).toContainEqual(
      expect.objectContaining({ operation: 'GetBucketVersioning', region: 'eu-central-1' }),
    );
  });
});

describe('who is let in', () => {
  it('an empty status is no verdict', async () => {
    client.on(GetBucketPolicyStatusCommand).resolves(answer({ PolicyStatus: {} }));
    expect(await settingOf(bucketPolicyStatus)).toMatchObject({ value: 'untold' });
  });

  it('a policy that cannot be understood is unreadable, and is not quoted', async () => {
    client.on(GetBucketPolicyCommand).resolves(answer({ Policy: '{"Statement": "secret"}' }));
    const state = await settingOf(bucketPolicy);
    expect(state).toMatchObject({ causes: [{ reason: 'failed' }] });
    expect(JSON.stringify(state)).not.toContain('secret');
  });

  it('of an ACL the grants to the two groups of strangers count, and no others', async () => {
    client.on(GetBucketAclCommand).resolves(
      answer({
        Grants: [
          {
            Grantee: { Type: 'CanonicalUser' as const, ID: 'x' },
            Permission: 'FULL_CONTROL' as const,
          },
          { Grantee: group('s3/LogDelivery'), Permission: 'WRITE' as const },
          { Grantee: group('global/AllUsers'), Permission: 'READ' as const },
          { Grantee: group('global/AuthenticatedUsers'), Permission: 'WRITE' as const },
        ],
      }),
    );

    expect(await settingOf(bucketPublicGrants)).toMatchObject({
      value: [
        { group: 'AllUsers', permission: 'READ' },
        { group: 'AuthenticatedUsers', permission: 'WRITE' },
      ],
    });
  });

  it('the block of the account is asked once, for the account', async () => {
    control
      .on(GetAccountBlockCommand, { AccountId: '111122223333' })
      .resolves(answer({ PublicAccessBlockConfiguration: allOn }));

    const { value } = await gatherFrom(accountBlock);

    expect(Observed.open(value)).toMatchObject({ value: allOn });
  });

  it('S25 the block of the account decides although the bucket tells nothing', async () => {
    client.onAnyCommand().rejects(fault('AccessDenied'));
    listed({ Name: 'records', BucketRegion: 'eu-west-1' });
    control.on(GetAccountBlockCommand).resolves(answer({ PublicAccessBlockConfiguration: allOn }));

    const { value } = await gatherFrom(bucketExposure);

    const given = { exposure: value };
    expect(judge(check, { name: 'records', resource: records, given })).toMatchObject({
      outcome: 'pass',
      sources: [{ operation: 'GetPublicAccessBlock', service: 's3control' }],
    });
  });

  it('an ACL in force is told from one that is not', async () => {
    client.on(GetBucketOwnershipControlsCommand).resolves(
      answer({
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] },
      }),
    );
    expect(await settingOf(bucketAcls)).toMatchObject({ value: 'disabled' });
  });

  it.each(['[{ "ObjectOwnership": "SomethingNew" }]', '[]'])(
    'whether ACLs are in force is not guessed from the rules %s',
    async (rules) => {
      const OwnershipControls = { Rules: JSON.parse(rules) };
      client.on(GetBucketOwnershipControlsCommand).resolves(answer({ OwnershipControls }));
      expect(await settingOf(bucketAcls)).toMatchObject({ causes: [{ reason: 'failed' }] });
    },
  );

  it('what a bucket encrypts with is read', async () => {
    const byDefault = { SSEAlgorithm: 'aws:kms' as const };
    client.on(GetBucketEncryptionCommand).resolves(
      answer({
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }],
        },
      }),
    );
    expect(await settingOf(bucketEncryption)).toMatchObject({ value: ['aws:kms'] });
  });
});

describe('the access log of a bucket', () => {
  it('goes to a bucket, or is off', async () => {
    listed({ Name: 'records', BucketRegion: 'eu-west-1' });
    client
      .on(GetBucketLoggingCommand)
      .resolves(answer({ LoggingEnabled: { TargetBucket: 'logs', TargetPrefix: '' } }));
    expect(await settingOf(bucketLogging)).toMatchObject({ value: 'logs' });
    client.on(GetBucketLoggingCommand).resolves(answer({}));
    expect(await settingOf(bucketLogging)).toMatchObject({ value: null });
  });
});

describe('what another answer decides is not asked, and is known by that answer', () => {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
  });
  const ownedBy = (ObjectOwnership: 'BucketOwnerEnforced' | 'ObjectWriter') =>
    answer({ OwnershipControls: { Rules: [{ ObjectOwnership }] } });
  const blockOf = (on: Partial<typeof allOn>) =>
    answer({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: false,
        IgnorePublicAcls: false,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
        ...on,
      },
    });

  /** An open policy, ACLs in force and no block, but for what a test says otherwise. */
  beforeEach(() => {
    control.on(GetAccountBlockCommand).resolves(blockOf({}));
    client.on(GetPublicAccessBlockCommand).resolves(blockOf({}));
    client.on(GetBucketPolicyCommand).resolves(answer({ Policy: policy }));
    client.on(GetBucketPolicyStatusCommand).resolves(answer({ PolicyStatus: { IsPublic: true } }));
    client.on(GetBucketOwnershipControlsCommand).resolves(ownedBy('ObjectWriter'));
    client.on(GetBucketAclCommand).resolves(answer({ Grants: [] }));
  });

  async function exposureCalls() {
    const { value, ledger } = await gatherFrom(bucketExposure);
    const judged = judge(check, { name: '', resource: records, given: { exposure: value } });
    const asked = ledger.lines.map(({ operation }) => operation).toSorted();
    return {
      asked: asked.filter((name) => !['ListBuckets', 'GetPublicAccessBlock'].includes(name)),
      outcome: judged.outcome,
      rests: judged.sources.map(({ service, operation }) => `${service}:${operation}`).toSorted(),
    };
  }

  it('all four are asked of a bucket that nothing closes', async () => {
    expect(await exposureCalls()).toMatchObject({
      asked: [
        'GetBucketAcl',
        'GetBucketOwnershipControls',
        'GetBucketPolicy',
        'GetBucketPolicyStatus',
      ],
      outcome: 'fail',
    });
  });

  it('the status of a policy, where there is none', async () => {
    client.on(GetBucketPolicyCommand).rejects(fault('NoSuchBucketPolicy'));
    expect(await exposureCalls()).toMatchObject({
      asked: ['GetBucketAcl', 'GetBucketOwnershipControls', 'GetBucketPolicy'],
      outcome: 'pass',
    });
    expect(await settingOf(bucketPolicyStatus)).toMatchObject({
      value: 'no-policy',
      sources: [{ operation: 'GetBucketPolicy' }],
    });
  });

  it('the status of a policy, where RestrictPublicBuckets takes it its effect', async () => {
    control.on(GetAccountBlockCommand).resolves(blockOf({ RestrictPublicBuckets: true }));
    expect(await exposureCalls()).toMatchObject({
      asked: ['GetBucketAcl', 'GetBucketOwnershipControls', 'GetBucketPolicy'],
      outcome: 'pass',
    });
  });

  it('the ACL, where ACLs are disabled', async () => {
    client.on(GetBucketOwnershipControlsCommand).resolves(ownedBy('BucketOwnerEnforced'));
    const { asked } = await exposureCalls();
    expect(asked).not.toContain('GetBucketAcl');
    expect(await settingOf(bucketPublicGrants)).toMatchObject({
      value: [],
      sources: [{ operation: 'GetBucketOwnershipControls' }],
    });
  });

  it('the ACL and who owns the objects, where public ACLs are ignored', async () => {
    client.on(GetPublicAccessBlockCommand).resolves(blockOf({ IgnorePublicAcls: true }));
    expect((await exposureCalls()).asked).toEqual(['GetBucketPolicy', 'GetBucketPolicyStatus']);
    expect(await settingOf(bucketPublicGrants)).toMatchObject({
      value: [],
      sources: [{ operation: 'GetPublicAccessBlock', service: 's3' }],
    });
  });

  it('nothing but the policy, where the account blocks all: the verdict rests on the blocks', async () => {
    control.on(GetAccountBlockCommand).resolves(blockOf(allOn));
    expect(await exposureCalls()).toEqual({
      asked: ['GetBucketPolicy'],
      outcome: 'pass',
      rests: ['s3:GetBucketPolicy', 's3:GetPublicAccessBlock', 's3control:GetPublicAccessBlock'],
    });
  });

  it('all is asked where the answers that could decide may not be read', async () => {
    control.on(GetAccountBlockCommand).rejects(fault('AccessDenied'));
    client.on(GetPublicAccessBlockCommand).rejects(fault('AccessDenied'));
    client.on(GetBucketPolicyCommand).rejects(fault('AccessDenied'));
    client.on(GetBucketOwnershipControlsCommand).rejects(fault('AccessDenied'));
    expect(await exposureCalls()).toMatchObject({
      asked: [
        'GetBucketAcl',
        'GetBucketOwnershipControls',
        'GetBucketPolicy',
        'GetBucketPolicyStatus',
      ],
      outcome: 'unknown',
    });
  });
});
