/** The template of the fleet: what CloudFormation makes of it, and that nobody in it may do more than its work needs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { parsePolicy, type Policy } from '../../src/policy/document.ts';
import { readPublicAccess } from '../../src/policy/public.ts';
import { refusesPlainHttp } from '../../src/policy/tls.ts';
import { fleetJobOf } from '../../src/run/fleet-job/settings.ts';
import { runKeys } from '../../src/run/fleet-job/store.ts';
import { fleetPolicy } from '../../src/run/fleet/policy.ts';
import { leftOutOf, openCfnLint } from '../support/cfn-lint.ts';
import { deploy, type Resource } from '../support/template.ts';

const fileOf = (name: string) =>
  fileURLToPath(new URL(`../../deploy/${name}.json`, import.meta.url));
const path = fileOf('fleet');
const text = readFileSync(path, 'utf8');
const template = z.looseObject({ Conditions: z.json() }).parse(JSON.parse(text));
const given = { CodeBucket: 'code', CodeKey: 'srm-scan.zip', ExternalId: '42-audit' };
const stackWith = (
  parameters: Readonly<Record<string, string>>,
  partition?: Parameters<typeof deploy>[2],
) => deploy(template, { ...given, ...parameters }, partition);
const stack = stackWith({});
const lake = {
  SecurityLakeLocation: 's3://aws-security-data-lake-eu-west-1-abc/ext/srm-scan/',
  SecurityLakeRole: 'arn:aws:iam::444455556666:role/AmazonSecurityLake-Provider-srm-scan-eu-west-1',
  SecurityLakeExternalId: '43-lake',
};

/** The resource whose logical id begins so: CDK puts a hash behind it. */
function resource(name: string, of = stack): Resource {
  const [found, ...more] = Object.entries(of.resources).filter(([id]) =>
    new RegExp(`^${name}[0-9A-F]{8}$|^${name}$`).test(id),
  );
  if (!found || more.length > 0) throw new Error(`${more.length} more are called ${name}`);
  return found[1];
}

afterEach(() => {
  vi.unstubAllEnvs();
});

/** In a process of its own: the CDK's types are not those of a program that is as strict as ours. */
function run(...args: readonly string[]) {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), ...args],
    { cwd, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

describe('the app', () => {
  it('writes the templates that are here, and cdk-nag finds nothing in them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'srm-scan-templates-'));
    expect(run('deploy/cdk/write.ts', folder)).toMatchObject({ status: 0 });
    const made = readdirSync(folder);
    expect(made.toSorted()).toEqual(['fleet.json', 'member-role.json', 'scheduled-scan.json']);
    for (const file of made)
      expect(JSON.parse(readFileSync(join(folder, file), 'utf8')), file).toEqual(
        JSON.parse(readFileSync(fileOf(basename(file, '.json')), 'utf8')),
      );
    rmSync(folder, { recursive: true });
  }, 180_000);

  it('is refused where cdk-nag finds what nobody gave a reason for', () => {
    const { status, output } = run(
      '--input-type=module',
      '--eval',
      `import { Stack } from 'aws-cdk-lib';
      import { Bucket } from 'aws-cdk-lib/aws-s3';
      import { createApp } from './deploy/cdk/app.ts';
      const app = createApp();
      new Bucket(new Stack(app, 'other'), 'Open');
      console.log(app.node.children.map(({ node }) => node.id).join(' '));
      app.synth();`,
    );
    expect(status).not.toBe(0);
    expect(output).toContain('AwsSolutions-S10');
    expect(output).toContain('member-role fleet scheduled-scan other');
  }, 180_000);
});

it('names no partition, so that it works in all of them', () => {
  expect(text).not.toMatch(/arn:aws|amazonaws\.com\.cn|us-gov/);
  // The names of services are the same everywhere.
  const principals = [...text.matchAll(/([\w.]+)\.amazonaws\.com/g)].map(([name]) => name);
  expect(new Set(principals)).toEqual(
    new Set(['lambda.amazonaws.com', 'events.amazonaws.com', 'states.amazonaws.com']),
  );
  for (const partition of ['aws-cn', 'aws-us-gov'] as const) {
    const there = JSON.stringify(stackWith({ RoleUnits: 'r-ab12' }, partition).resources);
    expect(there).not.toContain('arn:aws:');
    expect(there).toContain(`arn:${partition}:`);
  }
});

const cfnLint = await openCfnLint();

it.skipIf(!cfnLint)('is clean for cfn-lint, hints included, but for what it gives a reason', () => {
  expect(cfnLint?.lint(path)).toBe('');
  const { leftOut, reasons } = leftOutOf(JSON.parse(text));
  expect(reasons).toEqual(leftOut);
});

const Statement = z.looseObject({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.union([z.string(), z.array(z.string())]),
});
const Document = z.looseObject({ Statement: z.array(Statement) });

/** `action resource` of each statement of a document. */
function permitted(document: unknown): readonly string[] {
  return Document.parse(document)
    .Statement.flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((arn) => `${action} ${arn}`)),
    )
    .toSorted();
}

describe('what each may do', () => {
  const bucket = 'arn:aws:s3:::reports65402a0a';
  const key = 'arn:aws:kms:eu-west-1:111122223333:key961b73fd';
  const on = (objects: string) => [
    `s3:GetObject ${bucket}/srm-scan/fleet/${objects}`,
    `s3:PutObject ${bucket}/srm-scan/fleet/${objects}`,
    `s3:AbortMultipartUpload ${bucket}/srm-scan/fleet/${objects}`,
    `s3:ListBucket ${bucket}`,
    `kms:Decrypt ${key}`,
    `kms:GenerateDataKey ${key}`,
  ];
  const ownLog = (name: string) => {
    const group = resource(name, stack);
    const id = Object.entries(stack.resources).find(([, each]) => each === group)?.[0] ?? '';
    const arn = `arn:aws:logs:eu-west-1:111122223333:${id.toLowerCase()}`;
    return [`logs:CreateLogStream ${arn}`, `logs:PutLogEvents ${arn}`];
  };
  const inline = (name: string) => {
    const { Policies, AssumeRolePolicyDocument } = resource(name).Properties;
    expect(AssumeRolePolicyDocument).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    });
    const [{ PolicyDocument }] = z
      .tuple([z.object({ PolicyName: z.literal('own'), PolicyDocument: z.json() })])
      .parse(Policies);
    return permitted(PolicyDocument);
  };

  it('the function that lists: the organisation’s accounts, and objects of runs', () => {
    const [list] = fleetPolicy({ roleName: 'srm-scan-read' }).Statement;
    expect(inline('ListRole')).toEqual(
      [
        ...on('run=*'),
        ...[list?.Action ?? []].flat().map((action) => `${action} *`),
        ...ownLog('ListLog'),
      ].toSorted(),
    );
  });

  it('the function that scans: one role in each account, objects of runs, and its part of the table', () => {
    expect(inline('ScanRole')).toEqual(
      [
        ...on('*'),
        `s3:PutObject ${bucket}/srm-scan/findings/*`,
        'sts:AssumeRole arn:aws:iam::*:role/srm-scan-read',
        ...ownLog('ScanLog'),
      ].toSorted(),
    );
  });

  it('and where findings are sent, the role that sends them in each account', () => {
    expect(Object.keys(stack.resources)).not.toContain('SendPolicy');
    const sending = stackWith({ SendRoleName: 'srm-scan-send' });
    const { Roles, PolicyDocument } = resource('SendPolicy', sending).Properties;
    expect(Roles).toEqual(['scanrole0ac0f29d']);
    expect(permitted(PolicyDocument)).toEqual(['sts:AssumeRole arn:aws:iam::*:role/srm-scan-send']);
  });

  it('and where Security Lake gets them, the role that it made for that', () => {
    expect(Object.keys(stack.resources)).not.toContain('HandOverPolicy');
    const { Roles, PolicyDocument } = resource('HandOverPolicy', stackWith(lake)).Properties;
    expect(Roles).toEqual(['scanrole0ac0f29d']);
    expect(permitted(PolicyDocument)).toEqual([`sts:AssumeRole ${lake.SecurityLakeRole}`]);
  });

  it('the function that reports: objects of runs', () => {
    expect(inline('ReportRole')).toEqual([...on('run=*'), ...ownLog('ReportLog')].toSorted());
  });

  it('the state machine: its functions, the list, its own executions, events of its own', () => {
    const { PolicyDocument } = resource('FleetRoleDefaultPolicy').Properties;
    const execution = 'arn:aws:states:eu-west-1:111122223333:execution:scan';
    const functions = ['list125d1b59', 'scana854d402', 'reportc847fc22'];
    const allowed = permitted(PolicyDocument);
    expect(allowed.filter((each) => !/^(logs|xray):/.test(each))).toEqual(
      [
        ...functions.map(
          (id) => `lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:${id}`,
        ),
        `s3:GetObject ${bucket}/srm-scan/fleet/*`,
        `kms:Decrypt ${key}`,
        'events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/default',
        'states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:scan',
        ...[':*', '/*'].flatMap((end) => [
          `states:DescribeExecution ${execution}${end}`,
          `states:StopExecution ${execution}${end}`,
        ]),
      ].toSorted(),
    );
    expect(PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Action: 'events:PutEvents',
          Condition: { StringEquals: { 'events:source': 'srm-scan' } },
        }),
      ]),
    });
    expect(resource('FleetRole').Properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'states.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
      ],
    });
  });

  it('the schedule: to start the state machine', () => {
    const { PolicyDocument } = resource('ScheduleRoleDefaultPolicy').Properties;
    expect(permitted(PolicyDocument)).toEqual(['states:StartExecution fleet30813df3']);
  });

  it('and there is nobody else', () => {
    expect(stack.ofType('AWS::IAM::Role')).toHaveLength(5);
    expect(stack.ofType('AWS::IAM::Policy')).toHaveLength(2);
    for (const { Properties } of stack.ofType('AWS::IAM::Role'))
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
  });
});

const context = {
  awsRequestId: 'r1',
  functionName: 'scan',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:scan',
  getRemainingTimeInMillis: () => 0,
};

describe('the functions', () => {
  it.each([
    ['List', 'listAccounts', 900, 1024],
    // The reports of the largest account that was measured take 1.24 GB.
    ['Scan', 'scanAccount', 900, 2048],
    ['Report', 'reportFleet', 900, 1024],
  ])('%s runs the archive’s %s', (name, handler, seconds, megabytes) => {
    expect(resource(name).Properties).toMatchObject({
      Handler: `index.${handler}`,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1769,
      Timeout: seconds,
      EphemeralStorage: { Size: megabytes },
      Code: { S3Bucket: 'code', S3Key: 'srm-scan.zip' },
    });
  });

  it('are given settings that they take, and keys that they may write', () => {
    const { Environment } = stackWith({
      OrganizationalUnits: 'ou-ab12-c3d4e5f6,r-ab12',
      Concurrency: '10000',
      Parts: '3',
      Regions: 'eu-west-1,eu-central-1',
      ...lake,
    }).resources['ScanA854D402']?.Properties ?? { Environment: undefined };
    const { Variables } = z
      .object({ Variables: z.record(z.string(), z.string()) })
      .parse(Environment);
    for (const [name, value] of Object.entries(Variables)) vi.stubEnv(name, value);
    const job = fleetJobOf(context);
    expect(job).toMatchObject({
      bucket: { name: 'reports65402a0a', owner: '111122223333' },
      roleName: 'srm-scan-read',
      sendRoleName: undefined,
      lake: {
        bucket: 'aws-security-data-lake-eu-west-1-abc',
        region: 'eu-west-1',
        prefix: 'ext/srm-scan',
        roleArn: lake.SecurityLakeRole,
        externalId: '43-lake',
      },
      units: ['ou-ab12-c3d4e5f6', 'r-ab12'],
      concurrency: 10_000,
      mostParts: 3,
      options: {
        externalId: '42-audit',
        prefix: 'srm-scan',
        regions: ['eu-west-1', 'eu-central-1'],
      },
    });
    const keys = runKeys(job.options.prefix, '20261127T021700Z');
    const part = keys.part('111122223333', 'r1', 1);
    for (const written of [keys.accounts, keys.summary('111122223333'), keys.fleet('f', 'g'), part])
      expect(written).toMatch(/^srm-scan\/fleet\//);
    expect(part).toContain(partsPrefix);
    expect(keys.ofAccounts).not.toContain(partsPrefix);
  });

  it.each([
    // Accounts at once, as many as Step Functions lets run.
    [
      'Concurrency',
      'FLEET_CONCURRENCY',
      ['1', '100', '9999', '10000'],
      ['0', '10001', '20000', '01'],
    ],
    ['Parts', 'FLEET_PARTS', ['1', '8', '39', '40'], ['0', '41', '100', '01', 'x']],
  ])('take a number as the template does: %s', (parameter, variable, good, bad) => {
    const parameters = z
      .record(z.string(), z.looseObject({ AllowedPattern: z.string().optional() }))
      .parse(template['Parameters']);
    const pattern = new RegExp(parameters[parameter]?.AllowedPattern ?? '');
    const named = { FLEET_ROLE_NAME: 'r', FLEET_CONCURRENCY: '1', REPORT_BUCKET: 'reports' };
    for (const [name, value] of Object.entries(named)) vi.stubEnv(name, value);
    const job = (value: string) => () => {
      vi.stubEnv(variable, value);
      return fleetJobOf(context);
    };
    for (const value of good) {
      expect(pattern.test(value), value).toBe(true);
      expect(job(value), value).not.toThrow();
    }
    for (const value of bad) {
      expect(pattern.test(value), value).toBe(false);
      expect(job(value), value).toThrow(`${variable}: write `);
    }
  });
});

/** What the bucket keeps for the next function alone. */
const partsPrefix = 'srm-scan/fleet/parts/';

describe('the bucket', () => {
  const { Properties, DeletionPolicy, UpdateReplacePolicy } = resource('Reports');
  const arn = 'arn:aws:s3:::reports65402a0a';
  const policy = policyOf(resource('ReportsPolicy'));

  it('is encrypted with the key, closed to the public, versioned, and outlives the stack', () => {
    const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
    expect({ DeletionPolicy, UpdateReplacePolicy }).toEqual(kept);
    // Without its policy the bucket that stays could be written to.
    expect(resource('ReportsPolicy')).toMatchObject(kept);
    expect(Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  it('keeps reports for two years, and what one function read for the next one a day', () => {
    expect(Properties['LifecycleConfiguration']).toEqual({
      Rules: [
        expect.objectContaining({ Status: 'Enabled', ExpirationInDays: 730 }),
        {
          Status: 'Enabled',
          Prefix: partsPrefix,
          ExpirationInDays: 1,
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        },
      ],
    });
  });

  it('lets nobody in but over TLS 1.2, by our own reading of its policy', () => {
    expect(refusesPlainHttp(policy, arn).verdict).toBe('yes');
    expect(readPublicAccess(policy, { service: 's3' }).public).toBe(false);
    expect(policy.statements.map(({ effect }) => effect)).not.toContain('Allow');
    expect(JSON.stringify(resource('ReportsPolicy'))).toContain('"s3:TlsVersion":1.2');
  });

  it('is never overwritten, never deleted from, and written to by the functions alone', () => {
    const Resource = ['fleet', 'findings'].map((part) => `${arn}/srm-scan/${part}/*`);
    const every = { Effect: 'Deny', Principal: '*', Resource };
    const roles = ['listrole6822a9df', 'scanrole0ac0f29d', 'reportrole0e87c5e2'];
    expect(resource('ReportsPolicy').Properties['PolicyDocument']).toMatchObject({
      Statement: expect.arrayContaining([
        {
          ...every,
          Sid: 'NeverOverwritten',
          Action: 's3:PutObject',
          Condition: {
            Null: { 's3:if-none-match': 'true' },
            Bool: { 's3:ObjectCreationOperation': 'true' },
          },
        },
        {
          ...every,
          Sid: 'WrittenByTheFunctionsAlone',
          Action: 's3:PutObject',
          Condition: {
            ArnNotEquals: {
              'aws:PrincipalArn': roles.map((id) => `arn:aws:iam:eu-west-1:111122223333:${id}`),
            },
          },
        },
        { ...every, Sid: 'NeverDeleted', Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'] },
      ]),
    });
  });
});

it('has a key that rotates, for the account, its logs and what EventBridge could not deliver', () => {
  const { Properties, DeletionPolicy } = resource('Key');
  expect(DeletionPolicy).toBe('Retain');
  expect(Properties).toMatchObject({ EnableKeyRotation: true });
  const { Statement: statements } = z
    .looseObject({ Statement: z.array(z.looseObject({ Principal: z.json() })) })
    .parse(Properties['KeyPolicy']);
  expect(statements.map(({ Principal }) => Principal)).toEqual([
    { AWS: 'arn:aws:iam::111122223333:root' },
    { Service: 'logs.eu-west-1.amazonaws.com' },
    { Service: 'events.amazonaws.com' },
  ]);
  for (const { Condition } of statements.slice(1))
    expect(JSON.stringify(Condition)).toContain('111122223333');
});

it('keeps every log for a year, under the key', () => {
  const groups = stack.ofType('AWS::Logs::LogGroup');
  expect(groups).toHaveLength(4);
  for (const { Properties } of groups)
    expect(Properties).toMatchObject({
      RetentionInDays: 365,
      KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key961b73fd',
    });
  // What is in the state machine’s log is who was scanned when, and not what was found.
  expect(resource('Fleet').Properties).toMatchObject({
    StateMachineName: 'scan',
    LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    TracingConfiguration: { Enabled: true },
  });
});

it('keeps a schedule that was not delivered, in a queue that its own rule alone may fill', () => {
  expect(resource('Schedule').Properties).toMatchObject({
    ScheduleExpression: 'cron(17 2 * * ? *)',
    State: 'ENABLED',
    Targets: [
      {
        Arn: 'fleet30813df3',
        Input: '{}',
        DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:deadlettersbbf8baab' },
      },
    ],
  });
  expect(resource('DeadLetters').Properties).toMatchObject({
    KmsMasterKeyId: 'arn:aws:kms:eu-west-1:111122223333:key961b73fd',
    MessageRetentionPeriod: 1_209_600,
  });
  const policy = policyOf(resource('DeadLettersPolicy'));
  expect(policy.statements.filter(({ effect }) => effect === 'Allow')).toHaveLength(1);
  const arn = 'arn:aws:sqs:eu-west-1:111122223333:deadlettersbbf8baab';
  expect(resource('DeadLettersPolicy').Properties['PolicyDocument']).toMatchObject({
    Statement: expect.arrayContaining([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'sqs:*',
        Resource: arn,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]),
  });
  expect(readPublicAccess(policy, { service: 'sqs', arn }).public).toBe(false);
});

it('has alarms of what failed, ran out of time, or was not delivered, which tell the topic', () => {
  const alarms = stack.ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
  const metric = z.object({ Namespace: z.string(), MetricName: z.string() });
  const metrics = alarms.map((each) => Object.values(metric.parse(each)).join(' '));
  expect(metrics.toSorted()).toEqual([
    'AWS/SQS ApproximateNumberOfMessagesVisible',
    'AWS/States ExecutionsFailed',
    'AWS/States ExecutionsTimedOut',
  ]);
  for (const alarm of alarms) expect(alarm).not.toHaveProperty('AlarmActions');
  const topic = 'arn:aws:sns:eu-west-1:111122223333:alarms';
  for (const { Properties } of stackWith({ AlarmTopic: topic }).ofType('AWS::CloudWatch::Alarm'))
    expect(Properties['AlarmActions']).toEqual([topic]);
});

it('makes the role in the accounts of the units that are named, and in none where none is', () => {
  expect(stack.ofType('AWS::CloudFormation::StackSet')).toEqual([]);
  const asked = { OrganizationId: 'o-a1b2c3d4e5', RoleUnits: 'r-ab12,ou-ab12-c3d4e5f6' };
  const set = stackWith(asked).only('AWS::CloudFormation::StackSet').Properties;
  expect(set).toMatchObject({
    StackSetName: 'scan-read-role',
    PermissionModel: 'SERVICE_MANAGED',
    CallAs: 'DELEGATED_ADMIN',
    AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
    StackInstancesGroup: [
      {
        DeploymentTargets: { OrganizationalUnitIds: ['r-ab12', 'ou-ab12-c3d4e5f6'] },
        Regions: ['eu-west-1'],
      },
    ],
    Parameters: [
      { ParameterKey: 'OrganizationId', ParameterValue: 'o-a1b2c3d4e5' },
      { ParameterKey: 'ScannerAccount', ParameterValue: '111122223333' },
      {
        ParameterKey: 'ScannerRole',
        ParameterValue: 'arn:aws:iam:eu-west-1:111122223333:scanrole0ac0f29d',
      },
      { ParameterKey: 'ExternalId', ParameterValue: '42-audit' },
      { ParameterKey: 'RoleName', ParameterValue: 'srm-scan-read' },
      { ParameterKey: 'SendRoleName', ParameterValue: '' },
    ],
  });
  const body = z.string().max(51_200).parse(set['TemplateBody']);
  expect(JSON.parse(body)).toEqual(JSON.parse(readFileSync(fileOf('member-role'), 'utf8')));
});

function policyOf({ Properties }: Resource): Policy {
  const parsed = parsePolicy(JSON.stringify(Properties['PolicyDocument']));
  if (parsed.ok) return parsed.policy;
  throw new Error(parsed.fault);
}
