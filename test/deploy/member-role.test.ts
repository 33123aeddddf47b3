/** The role of the accounts of an organisation: who can assume it, that it may read what a scan reads, and no data. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  CreateFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dataReads } from '../../deploy/cdk/data-reads.ts';
import { sendingStatements } from '../../src/run/sending/policy.ts';
import { openCfnLint } from '../support/cfn-lint.ts';
import { startEmulator } from '../support/emulator.ts';

const path = fileURLToPath(new URL('../../deploy/member-role.json', import.meta.url));
const text = readFileSync(path, 'utf8');

const statement = z.looseObject({
  Sid: z.string(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string(), z.array(z.string())]),
});
const document = z.looseObject({ Statement: z.array(statement) });
const roleWith = (policy: string) => ({
  Type: z.literal('AWS::IAM::Role'),
  Properties: z.strictObject({
    RoleName: z.json(),
    Description: z.string(),
    MaxSessionDuration: z.literal(3600),
    AssumeRolePolicyDocument: document,
    Policies: z.tuple([
      z.strictObject({ PolicyName: z.literal(policy), PolicyDocument: document }),
    ]),
  }),
});
const template = z
  .looseObject({
    Conditions: z.strictObject({ Sends: z.json() }),
    Resources: z.strictObject({
      Role: z.strictObject(roleWith('read')),
      SendRole: z.strictObject({
        ...roleWith('send'),
        Condition: z.literal('Sends'),
        Metadata: z.json(),
      }),
    }),
  })
  .parse(JSON.parse(text));
const role = template.Resources.Role.Properties;
const read = role.Policies[0].PolicyDocument;
const printed = document.parse(
  JSON.parse(readFileSync(new URL('../../deploy/policy.json', import.meta.url), 'utf8')),
);

describe('the policy of the role', () => {
  it('allows exactly what `srm-scan policy` prints, and refuses what reads data', () => {
    const [allow, deny, ...more] = read.Statement;
    expect(allow?.Action).toEqual(printed.Statement[0]?.Action);
    expect(deny).toEqual({ Sid: 'NoData', Effect: 'Deny', Action: dataReads, Resource: '*' });
    expect(more).toEqual([]);
  });

  it('refuses nothing that a scan needs', () => {
    const needed = new Set(printed.Statement.flatMap(({ Action }) => Action));
    expect(dataReads.filter((action) => needed.has(action))).toEqual([]);
    expect(dataReads.join(' ')).not.toContain('*');
  });

  // "IAM and STS quotas": the inline policies of a role together, without white space.
  it('fits into what IAM takes', () => {
    expect(JSON.stringify(read).length).toBeLessThanOrEqual(10_240);
  });
});

it('can be assumed by the role that is named, of the organisation, with the external id', () => {
  expect(role.AssumeRolePolicyDocument.Statement).toEqual([
    {
      Sid: 'TheScannerOfThisOrganization',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: {
        AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${ScannerAccount}:root' },
      },
      Condition: {
        StringEquals: {
          'aws:PrincipalOrgID': { Ref: 'OrganizationId' },
          'sts:ExternalId': { Ref: 'ExternalId' },
        },
        ArnLike: { 'aws:PrincipalArn': { Ref: 'ScannerRole' } },
      },
    },
  ]);
});

describe('the role that sends', () => {
  const { Properties } = template.Resources.SendRole;

  it('is made where it is given a name alone', () => {
    expect(template.Conditions.Sends).toEqual({
      'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'SendRoleName' }, ''] }],
    });
    expect(Properties.RoleName).toEqual({ Ref: 'SendRoleName' });
  });

  it('may do what `srm-scan policy --send securityhub` prints beside reading, and nothing else', () => {
    const single = (all: readonly { readonly Action: readonly string[] }[]) =>
      all.map(({ Action, ...rest }) => ({ ...rest, Action: Action.join() }));
    expect(Properties.Policies[0].PolicyDocument.Statement).toEqual(single(sendingStatements));
  });

  it('can be assumed by whom the other can', () => {
    expect(Properties.AssumeRolePolicyDocument).toEqual(role.AssumeRolePolicyDocument);
  });
});

it('names no partition, so that it works in all of them', () => {
  expect(text).not.toMatch(/arn:aws|amazonaws/);
});

const cfnLint = await openCfnLint();

it.skipIf(!cfnLint)('is clean for cfn-lint, hints included', () => {
  expect(cfnLint?.lint(path)).toBe('');
});

const moto = await startEmulator();

describe.skipIf(!moto)('whoever assumes it', () => {
  const endpoint = moto?.endpoint ?? '';
  const own = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' };
  const config = { endpoint, region: 'eu-central-1', credentials: own, maxAttempts: 1 };
  let assumed = { ...config, forcePathStyle: true };

  beforeAll(async () => {
    const iam = new IAMClient(config);
    const anybody = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const made = await iam.send(
      new CreateRoleCommand({ RoleName: 'srm-scan-read', AssumeRolePolicyDocument: anybody }),
    );
    // Beside it a policy that allows everything, as somebody may attach one to the role: the refusal must hold all the same.
    const everything = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    };
    const policies = { read, everything };
    for (const [PolicyName, policy] of Object.entries(policies)) {
      const PolicyDocument = JSON.stringify(policy);
      await iam.send(
        new PutRolePolicyCommand({ RoleName: 'srm-scan-read', PolicyName, PolicyDocument }),
      );
    }
    const s3 = new S3Client({ ...config, forcePathStyle: true });
    const LocationConstraint = 'eu-central-1';
    await s3.send(
      new CreateBucketCommand({
        Bucket: 'data',
        CreateBucketConfiguration: { LocationConstraint },
      }),
    );
    await s3.send(new PutObjectCommand({ Bucket: 'data', Key: 'key', Body: 'body' }));
    await new SecretsManagerClient(config).send(
      new CreateSecretCommand({ Name: 'secret', SecretString: 'value' }),
    );
    await new SSMClient(config).send(
      new PutParameterCommand({ Name: 'parameter', Value: 'value', Type: 'SecureString' }),
    );
    await new LambdaClient(config).send(
      new CreateFunctionCommand({
        FunctionName: 'function',
        Role: made.Role?.Arn,
        Code: { ZipFile: Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1') },
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
      }),
    );
    const sts = new STSClient(config);
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: made.Role?.Arn, RoleSessionName: 'scan' }),
    );
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
    const credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    };
    assumed = { ...assumed, credentials };
    // From here on the emulator asks IAM.
    await fetch(`${endpoint}/moto-api/reset-auth`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '0',
    });
  });
  afterAll(async () => moto?.stop());

  it.each([
    [
      'an object',
      () => new S3Client(assumed).send(new GetObjectCommand({ Bucket: 'data', Key: 'key' })),
    ],
    [
      'a secret',
      () =>
        new SecretsManagerClient(assumed).send(new GetSecretValueCommand({ SecretId: 'secret' })),
    ],
    [
      'a parameter’s value',
      () => new SSMClient(assumed).send(new GetParameterCommand({ Name: 'parameter' })),
    ],
    [
      'a function’s code',
      () => new LambdaClient(assumed).send(new GetFunctionCommand({ FunctionName: 'function' })),
    ],
  ])('cannot read %s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  it.each([
    [
      'a bucket',
      () => new S3Client(assumed).send(new GetBucketVersioningCommand({ Bucket: 'data' })),
    ],
    ['secrets', () => new SecretsManagerClient(assumed).send(new ListSecretsCommand({}))],
    ['parameters', () => new SSMClient(assumed).send(new DescribeParametersCommand({}))],
    ['functions', () => new LambdaClient(assumed).send(new ListFunctionsCommand({}))],
  ])('reads the settings of %s', async (_, call) => {
    expect((await call()).$metadata.httpStatusCode).toBe(200);
  });
});
