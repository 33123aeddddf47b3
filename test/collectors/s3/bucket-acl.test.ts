import {
  GetBucketAclCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketVersioningCommand,
  ListBucketsCommand,
  type ObjectOwnership,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { bucketAclGrantees, bucketOwnership } from '../../../src/collectors/s3/bucket-acl.ts';
import { bucketLifecycle } from '../../../src/collectors/s3/bucket-settings.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';
import { records } from '../../support/s3.ts';

const client = mockClient(S3Client);
const { read } = startReading();
const owner = { ID: 'owner-id' };
const canonical = (ID: string) => ({ Type: 'CanonicalUser' as const, ID });
const group = (name: string) => ({
  Type: 'Group' as const,
  URI: `http://acs.amazonaws.com/groups/${name}`,
});

function owned(ObjectOwnership: ObjectOwnership): void {
  const OwnershipControls = { Rules: [{ ObjectOwnership }] };
  client.on(GetBucketOwnershipControlsCommand).resolves(answer({ OwnershipControls }));
}

beforeEach(() => {
  client.reset();
  client
    .on(ListBucketsCommand)
    .resolves(answer({ Buckets: [{ Name: 'records', BucketRegion: 'eu-west-1' }] }));
});

describe('whom an ACL names beside the owner', () => {
  it('is told by kind, each once', async () => {
    owned('ObjectWriter');
    const Grants = [
      { Grantee: canonical('owner-id'), Permission: 'FULL_CONTROL' as const },
      { Grantee: canonical('partner'), Permission: 'READ' as const },
      { Grantee: canonical('partner'), Permission: 'WRITE' as const },
      { Grantee: group('s3/LogDelivery'), Permission: 'WRITE' as const },
      { Grantee: group('global/AllUsers'), Permission: 'READ' as const },
    ];
    client.on(GetBucketAclCommand).resolves(answer({ Owner: owner, Grants }));
    const { value } = await gatherFrom(bucketAclGrantees);
    expect(read(value.of(records))).toEqual(['another account', 'S3 log delivery', 'everyone']);
  });

  it('is nobody where ACLs are disabled, and S3 is not asked', async () => {
    owned('BucketOwnerEnforced');
    const { value } = await gatherFrom(bucketAclGrantees);
    expect(read(value.of(records))).toEqual([]);
    expect(client.commandCalls(GetBucketAclCommand)).toEqual([]);
  });

  it('is not known where the owner is not told', async () => {
    owned('BucketOwnerPreferred');
    client.on(GetBucketAclCommand).resolves(answer({ Grants: [] }));
    const { value } = await gatherFrom(bucketAclGrantees);
    expect(Observed.open(value.of(records))).toMatchObject({ known: false });
  });
});

it('a bucket without ownership controls belongs to whoever writes', async () => {
  client.on(GetBucketOwnershipControlsCommand).rejects(fault('OwnershipControlsNotFoundError'));
  const { value } = await gatherFrom(bucketOwnership);
  expect(read(value.of(records))).toBe('ObjectWriter');
});

describe('a lifecycle configuration', () => {
  beforeEach(() => {
    client.on(GetBucketVersioningCommand).resolves(answer({ Status: 'Enabled' }));
  });

  it('tells of each rule whether it is enabled', async () => {
    const Rules = [{ Status: 'Disabled' as const }, { Status: 'Enabled' as const }];
    client.on(GetBucketLifecycleConfigurationCommand).resolves(answer({ Rules }));
    const { value } = await gatherFrom(bucketLifecycle);
    expect(read(value.of(records)).map((rule) => read(rule))).toEqual([false, true]);
  });

  it('has no rules where there is none, nor where MFA delete rules it out', async () => {
    client
      .on(GetBucketLifecycleConfigurationCommand)
      .rejects(fault('NoSuchLifecycleConfiguration'));
    expect(read((await gatherFrom(bucketLifecycle)).value.of(records))).toEqual([]);
    const MFADelete = 'Enabled' as const;
    client.on(GetBucketVersioningCommand).resolves(answer({ Status: 'Enabled', MFADelete }));
    expect(read((await gatherFrom(bucketLifecycle)).value.of(records))).toEqual([]);
    expect(client.commandCalls(GetBucketLifecycleConfigurationCommand)).toHaveLength(1);
  });
});
