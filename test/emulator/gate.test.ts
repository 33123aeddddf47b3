import { AccessAnalyzerClient, ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { ConfigServiceClient, DescribeConfigRulesCommand } from '@aws-sdk/client-config-service';
import {
  DescribeVpcsCommand,
  EC2Client,
  GetEbsDefaultKmsKeyIdCommand,
  GetInstanceMetadataDefaultsCommand,
} from '@aws-sdk/client-ec2';
import { IAMClient, ListOrganizationsFeaturesCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { GetBucketAclCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGate } from '../../emulator/gate.ts';
import type { Fault, Gate } from '../../emulator/gate.ts';
import accessAnalyzer from '../../emulator/services/access-analyzer.ts';
import iam from '../../emulator/services/iam/service.ts';

let gate: Gate;

beforeAll(async () => {
  // Nothing here goes on to moto: faults and canned answers come from the gate alone.
  gate = await startGate({ upstream: 'http://127.0.0.1:9' });
});
afterAll(() => gate.close());
beforeEach(() => {
  gate.setFaults([]);
  gate.calls.reset();
});

const config = (region = 'eu-central-1', maxAttempts = 1) => ({
  endpoint: gate.endpoint,
  region,
  maxAttempts,
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'unused' },
});

/** One call in each protocol, of a service that a scan uses. */
const CALLS: Record<string, () => Promise<unknown>> = {
  ec2: () => new EC2Client(config()).send(new DescribeVpcsCommand({})),
  query: () => new IAMClient(config()).send(new ListUsersCommand({})),
  json: () => new KMSClient(config()).send(new ListKeysCommand({})),
  'json, Config': () => new ConfigServiceClient(config()).send(new DescribeConfigRulesCommand({})),
  'rest-json': () => new AccessAnalyzerClient(config()).send(new ListAnalyzersCommand({})),
  'rest-xml, S3': () =>
    new S3Client({ ...config(), forcePathStyle: true }).send(
      new GetBucketAclCommand({ Bucket: 'nwh.dotted' }),
    ),
  'rest-xml, S3 Control': () =>
    new S3ControlClient({
      ...config(),
      endpointProvider: () => ({ url: new URL(gate.endpoint) }),
    }).send(new GetPublicAccessBlockCommand({ AccountId: '123456789012' })),
};

async function errorOf(call: () => Promise<unknown>): Promise<{ name: string; message: string }> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('The call did not fail.');
}

function fault(rule: Fault): void {
  gate.setFaults([rule]);
}

describe('a denied call carries the error of its protocol', () => {
  it.each([
    ['ec2', 'UnauthorizedOperation', 'ec2:DescribeVpcs'],
    ['query', 'AccessDenied', 'iam:ListUsers'],
    ['json', 'AccessDeniedException', 'kms:ListKeys'],
    ['json, Config', 'AccessDeniedException', 'config:DescribeConfigRules'],
    ['rest-json', 'AccessDeniedException', 'access-analyzer:ListAnalyzers'],
    ['rest-xml, S3', 'AccessDenied', 's3:GetBucketAcl'],
    ['rest-xml, S3 Control', 'AccessDenied', 's3:GetPublicAccessBlock'],
  ])('%s: %s', async (protocol, name, action) => {
    fault({ match: {}, kind: 'deny' });
    const error = await errorOf(CALLS[protocol] ?? expect.unreachable);
    expect(error.name).toBe(name);
    expect(error.message).toContain(`not authorized to perform: ${action}`);
    expect(error.message).toContain('no identity-based policy allows');
  });

  it('names the service control policy where that denies', async () => {
    fault({ match: {}, kind: 'deny', by: 'scp' });
    for (const call of Object.values(CALLS)) {
      const { message } = await errorOf(call);
      expect(message).toContain('with an explicit deny in a service control policy');
    }
  });

  it('has no body for HEAD, so that the SDK knows the status alone', async () => {
    fault({ match: { service: 's3', operation: 'HeadBucket' }, kind: 'deny' });
    const s3 = new S3Client({ ...config(), forcePathStyle: true });
    const error = await errorOf(() => s3.send(new HeadBucketCommand({ Bucket: 'nwh-a' })));
    expect(['403', 'Unknown', 'UnknownError', 'Forbidden']).toContain(error.name);
  });
});

describe('other faults', () => {
  it.each([
    ['ec2', 'RequestLimitExceeded', 'AuthFailure'],
    ['query', 'Throttling', 'InvalidClientTokenId'],
    ['json', 'ThrottlingException', 'UnrecognizedClientException'],
    ['rest-json', 'TooManyRequestsException', 'UnrecognizedClientException'],
    ['rest-xml, S3', 'SlowDown', 'InvalidAccessKeyId'],
  ])('%s throttles with %s and refuses a disabled Region with %s', async (protocol, slow, off) => {
    const call = CALLS[protocol] ?? expect.unreachable;
    fault({ match: {}, kind: 'throttle' });
    expect((await errorOf(call)).name).toBe(slow);
    fault({ match: { region: 'eu-central-1' }, kind: 'region-disabled' });
    expect((await errorOf(call)).name).toBe(off);
  });

  it('throttles as often as asked, then lets through', async () => {
    fault({ match: { service: 'ec2' }, kind: 'throttle', times: 2 });
    const ec2 = new EC2Client(config('eu-central-1', 3));
    await ec2.send(new GetEbsDefaultKmsKeyIdCommand({}));
    expect(gate.calls.list().map(({ by }) => by)).toEqual(['throttle', 'throttle', 'canned']);
  });

  it('throttles what goes beyond a rate', async () => {
    fault({ match: {}, kind: 'rate', perSecond: 0.001, burst: 2 });
    const ec2 = new EC2Client(config());
    const calls = Array.from({ length: 5 }, () => ec2.send(new GetEbsDefaultKmsKeyIdCommand({})));
    const done = await Promise.allSettled(calls);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('cuts an answer in half, in XML and in JSON', async () => {
    fault({ match: {}, kind: 'truncate' });
    const ec2 = new EC2Client(config());
    await expect(ec2.send(new GetEbsDefaultKmsKeyIdCommand({}))).rejects.toThrow();
    await expect(CALLS['rest-json']?.()).rejects.toThrow();
    expect(gate.calls.list().map(({ by, status }) => [by, status])).toEqual([
      ['truncate', 200],
      ['truncate', 200],
    ]);
  });

  it.each(Object.keys(CALLS))(
    'answers 200 with nothing: the SDK takes it for success (%s)',
    async (protocol) => {
      fault({ match: {}, kind: 'empty' });
      const answer = await CALLS[protocol]?.();
      expect(answer).toMatchObject({ $metadata: { httpStatusCode: 200 } });
      const members = Object.entries(answer ?? {}).filter(([name]) => name !== '$metadata');
      expect(members.filter(([, member]) => member !== undefined)).toEqual([]);
    },
  );

  it.each(Object.keys(CALLS))('answers with a page of HTML (%s)', async (protocol) => {
    fault({ match: {}, kind: 'html' });
    await expect(CALLS[protocol]?.()).rejects.toThrow();
  });

  it('hangs until the client gives up', async () => {
    fault({ match: {}, kind: 'hang' });
    const ec2 = new EC2Client(config());
    const given = ec2.send(new DescribeVpcsCommand({}), { abortSignal: AbortSignal.timeout(100) });
    await expect(given).rejects.toThrow(/abort/i);
    await expect.poll(() => gate.calls.list().at(-1)?.by).toBe('hang');
  });

  it('meets only what its rule names', async () => {
    fault({ match: { service: 'ec2', region: 'us-east-1', operation: /Kms/ }, kind: 'deny' });
    const command = () => new GetEbsDefaultKmsKeyIdCommand({});
    await new EC2Client(config('eu-west-1')).send(command());
    await expect(new EC2Client(config('us-east-1')).send(command())).rejects.toThrow();
    await new EC2Client(config('us-east-1')).send(new GetInstanceMetadataDefaultsCommand({}));
  });
});

describe('canned answers and the call log', () => {
  it('answers for a new account until its state is changed, Region by Region', async () => {
    const list = async (region: string) => {
      const answer = await new AccessAnalyzerClient(config(region)).send(
        new ListAnalyzersCommand({ type: 'ACCOUNT' }),
      );
      return answer.analyzers?.map(({ name, status }) => ({ name, status }));
    };
    expect(await list('eu-west-3')).toEqual([]);
    const analyzer = { arn: 'arn:x', name: 'x', createdAt: '2026-01-01T00:00:00Z' };
    const active = { ...analyzer, type: 'ACCOUNT', status: 'ACTIVE' } as const;
    gate.setState(accessAnalyzer.state({ 'eu-west-3': { analyzers: [active] } }));
    expect(await list('eu-west-3')).toEqual([{ name: 'x', status: 'ACTIVE' }]);
    expect(await list('eu-west-2')).toEqual([]);
  });

  it('answers whether root access is managed centrally, by an error or by the features', async () => {
    const features = () => new IAMClient(config()).send(new ListOrganizationsFeaturesCommand({}));
    expect((await errorOf(features)).name).toMatch(/^OrganizationNotFound/);
    gate.setState(
      iam.state({ 'eu-central-1': { organizationsFeatures: ['RootCredentialsManagement'] } }),
    );
    expect((await features()).EnabledFeatures).toEqual(['RootCredentialsManagement']);
  });

  it('logs what was called, what was called twice, and over how many connections', async () => {
    const ec2 = new EC2Client(config());
    await ec2.send(new GetEbsDefaultKmsKeyIdCommand({}));
    await ec2.send(new GetEbsDefaultKmsKeyIdCommand({}));
    await ec2.send(new GetInstanceMetadataDefaultsCommand({}));
    expect(gate.calls.counts()).toEqual({
      'ec2:GetEbsDefaultKmsKeyId': 2,
      'ec2:GetInstanceMetadataDefaults': 1,
    });
    expect(gate.calls.duplicates().map(({ call, times }) => [call.operation, times])).toEqual([
      ['GetEbsDefaultKmsKeyId', 2],
    ]);
    expect(gate.calls.connections()).toBe(1);
    expect(gate.calls.maxInFlight()).toBe(1);
  });

  it('delays one Region more than the others', async () => {
    gate.setLatency({ milliseconds: 0, regions: { 'ap-south-1': 300 } });
    const ask = (region: string) =>
      new EC2Client(config(region)).send(new GetEbsDefaultKmsKeyIdCommand({}));
    await Promise.all([ask('ap-south-1'), ask('eu-west-1')]);
    gate.setLatency({ milliseconds: 0 });
    expect(gate.calls.list().map(({ region }) => region)).toEqual(['eu-west-1', 'ap-south-1']);
  });
});
