/** The report bucket of the template, made in the emulator and scanned: it is held to what srm-scan asks of others. */
import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { checks } from '../../checks/index.ts';
import { type Gate, startGate } from '../../emulator/gate.ts';
import { parseEvent } from '../../src/run/lambda-event.ts';
import { requestOf } from '../../src/run/request.ts';
import { scan } from '../../src/run/scan.ts';
import { liveSource } from '../../src/run/source.ts';
import { startEmulator } from '../support/emulator.ts';
import { deploy } from '../support/template.ts';

const moto = await startEmulator();
const template: unknown = JSON.parse(
  readFileSync(new URL('../../deploy/scheduled-scan.json', import.meta.url), 'utf8'),
);

const Bucket = z.object({
  BucketEncryption: z.object({
    ServerSideEncryptionConfiguration: z.array(
      z.object({ ServerSideEncryptionByDefault: z.object({ SSEAlgorithm: z.literal('AES256') }) }),
    ),
  }),
  PublicAccessBlockConfiguration: z.record(z.string(), z.boolean()),
  OwnershipControls: z.object({
    Rules: z.array(z.object({ ObjectOwnership: z.literal('BucketOwnerEnforced') })),
  }),
  VersioningConfiguration: z.object({ Status: z.literal('Enabled') }),
});

describe.skipIf(!moto)('the report bucket', () => {
  let gate: Gate;
  let s3: sdk.S3Client;

  beforeAll(async () => {
    gate = await startGate({ upstream: moto?.endpoint ?? '' });
    vi.stubEnv('AWS_ENDPOINT_URL', gate.endpoint);
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
    vi.stubEnv('AWS_PROFILE', undefined);
    s3 = new sdk.S3Client({ forcePathStyle: true });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    s3?.destroy();
    await gate?.close();
    await moto?.stop();
  });

  /** As CloudFormation makes it; a lifecycle has no check, but rules MFA delete out. */
  async function make(): Promise<void> {
    const stack = deploy(template, { CodeBucket: 'code', CodeKey: 'srm-scan.zip' });
    const bucket = Bucket.parse(stack.only('AWS::S3::Bucket').Properties);
    const { PolicyDocument } = stack.only('AWS::S3::BucketPolicy').Properties;
    const rules = bucket.BucketEncryption.ServerSideEncryptionConfiguration;
    const named = { Bucket: 'reportbucket' };
    await s3.send(
      new sdk.CreateBucketCommand({ ...named, ObjectOwnership: 'BucketOwnerEnforced' }),
    );
    await s3.send(
      new sdk.PutBucketEncryptionCommand({
        ...named,
        ServerSideEncryptionConfiguration: {
          Rules: rules.map(({ ServerSideEncryptionByDefault }) => ({
            ApplyServerSideEncryptionByDefault: ServerSideEncryptionByDefault,
          })),
        },
      }),
    );
    const { PublicAccessBlockConfiguration, OwnershipControls } = bucket;
    await s3.send(
      new sdk.PutPublicAccessBlockCommand({ ...named, PublicAccessBlockConfiguration }),
    );
    await s3.send(new sdk.PutBucketOwnershipControlsCommand({ ...named, OwnershipControls }));
    const { VersioningConfiguration } = bucket;
    await s3.send(new sdk.PutBucketVersioningCommand({ ...named, VersioningConfiguration }));
    await s3.send(
      new sdk.PutBucketLifecycleConfigurationCommand({
        ...named,
        LifecycleConfiguration: {
          Rules: [{ Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 730 } }],
        },
      }),
    );
    const Policy = JSON.stringify(PolicyDocument);
    await s3.send(new sdk.PutBucketPolicyCommand({ ...named, Policy }));
  }

  it('passes every check but those of what its owner may choose beyond', async () => {
    await make();
    const asked = parseEvent({ bucket: 'reportbucket', services: ['s3'], regions: ['us-east-1'] });
    const request = requestOf(checks, asked);
    const source = await liveSource({ ...asked, rate: 1 });
    const report = await scan(request, source);
    source.close();

    const findings = [...report.findings()].filter(({ resource }) =>
      resource?.arn.endsWith(':::reportbucket'),
    );
    expect(findings.length).toBeGreaterThan(6);
    const notGood = findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
    // What its owner may choose beyond: who is told of new reports, a key of his own, a lock against deletion.
    expect(notGood.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      's3-bucket-access-logging fail',
      's3-bucket-event-notifications fail',
      's3-bucket-kms-encryption fail',
      's3-bucket-object-lock fail',
    ]);
  });
});
