/** The template of the scheduled scan: what CloudFormation makes of it, and that it asks for no more than a scan needs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { parsePolicy, type Policy } from '../../src/policy/document.ts';
import { readPublicAccess } from '../../src/policy/public.ts';
import { refusesPlainHttp } from '../../src/policy/tls.ts';
import { metricLine } from '../../src/run/lambda-context.ts';
import { variables } from '../../src/run/lambda-environment.ts';
import { parseEvent } from '../../src/run/lambda-event.ts';
import { markerKey, reportKey } from '../../src/run/outputs/s3.ts';
import { leftOutOf, openCfnLint } from '../support/cfn-lint.ts';
import { deploy, type Resource } from '../support/template.ts';

const path = fileURLToPath(new URL('../../deploy/scheduled-scan.json', import.meta.url));
const text = readFileSync(path, 'utf8');
const template = z
  .looseObject({
    Parameters: z.record(z.string(), z.json()),
    Outputs: z.record(z.string(), z.json()),
  })
  .parse(JSON.parse(text));
const printed: unknown = JSON.parse(
  readFileSync(new URL('../../deploy/policy.json', import.meta.url), 'utf8'),
);

it('names no partition, so that it works in all of them', () => {
  expect(text).not.toMatch(/arn:aws|amazonaws\.com\.cn|us-gov/);
  // The names of services are the same everywhere.
  const principals = [...text.matchAll(/([\w.]+)\.amazonaws\.com/g)].map(([name]) => name);
  expect(new Set(principals)).toEqual(new Set(['lambda.amazonaws.com', 'events.amazonaws.com']));
});

it('has every setting and every parameter in its documentation', () => {
  const page = readFileSync(new URL('../../docs/lambda.md', import.meta.url), 'utf8');
  for (const [member, { name }] of Object.entries(variables))
    expect(page).toMatch(new RegExp(`^\\| \`${member}\` +\\| \`${name}\` `, 'm'));
  const names = Object.keys(template.Parameters);
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) expect(page).toContain(`\`${name}\``);
});

it('needs no transform, which would need more rights of whoever deploys it, nor a bucket for itself', () => {
  expect(text).not.toContain('Transform');
  // CloudFormation’s quota of a template that comes with the request.
  expect(Buffer.byteLength(text)).toBeLessThan(51_200);
});

const cfnLint = await openCfnLint();

it.skipIf(!cfnLint)('is clean for cfn-lint, hints included, but for what it gives a reason', () => {
  expect(cfnLint?.lint(path)).toBe('');
  const { leftOut, reasons } = leftOutOf(template);
  expect(reasons).toEqual(leftOut);
});

describe('the template', () => {
  const stackWith = (parameters: Readonly<Record<string, string | number>>) =>
    deploy(template, { CodeBucket: 'code', CodeKey: 'srm-scan.zip', ...parameters });
  const stack = stackWith({});

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  // Under another id, or another name, CloudFormation would make a new bucket and leave the reports in the old one.
  it('updates a stack of the template that was written by hand, and replaces nothing that keeps data', () => {
    const types = Object.entries(stack.resources).map(([id, { Type }]) => `${id} ${Type}`);
    expect(types.toSorted()).toEqual([
      'DeadLetters AWS::SQS::Queue',
      'DeadLettersPolicy AWS::SQS::QueuePolicy',
      'DroppedAlarm AWS::CloudWatch::Alarm',
      'FailedAlarm AWS::CloudWatch::Alarm',
      'Function AWS::Lambda::Function',
      'LogGroup AWS::Logs::LogGroup',
      'PartialAlarm AWS::CloudWatch::Alarm',
      'ReportBucket AWS::S3::Bucket',
      'ReportBucketPolicy AWS::S3::BucketPolicy',
      'Retries AWS::Lambda::EventInvokeConfig',
      'Role AWS::IAM::Role',
      'Rule AWS::Events::Rule',
      'RuleMayInvoke AWS::Lambda::Permission',
      'SilenceAlarm AWS::CloudWatch::Alarm',
      'UndeliveredAlarm AWS::CloudWatch::Alarm',
    ]);
    const { ReportBucket, LogGroup, Function: made, Role } = stack.resources;
    expect(ReportBucket?.Properties).not.toHaveProperty('BucketName');
    expect(Role?.Properties).not.toHaveProperty('RoleName');
    expect(LogGroup).toMatchObject({
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Retain',
      Properties: { LogGroupName: '/aws/lambda/scan' },
    });
    expect(LogGroup?.Properties).not.toHaveProperty('LogGroupClass');
    expect(made?.Properties).toMatchObject({ FunctionName: 'scan' });
    expect(Object.keys(template.Outputs)).toEqual(['Bucket', 'Reports', 'FunctionName']);
    expect(Object.keys(template.Parameters).toSorted()).toEqual([
      'AccessLogBucket',
      'AlarmTopic',
      'Architecture',
      'Checks',
      'CodeBucket',
      'CodeKey',
      'DaysWithoutScan',
      'ExcludeChecks',
      'ExcludeRegions',
      'ExcludeServices',
      'Frameworks',
      'LogDays',
      'Rate',
      'Regions',
      'ReportDays',
      'ReportPrefix',
      'ReserveConcurrency',
      'Runtime',
      'Schedule',
      'ScheduleState',
      'Services',
      'Settings',
      'Severity',
      'Timeout',
    ]);
  });

  describe('the role', () => {
    const role = stack.only('AWS::IAM::Role').Properties;
    const policies = z
      .array(z.strictObject({ PolicyName: z.string(), PolicyDocument: z.json() }))
      .parse(role['Policies']);
    const documentOf = (name: string) =>
      policies.find(({ PolicyName }) => PolicyName === name)?.PolicyDocument;

    it('may read by exactly the printed policy, write reports, and log: nothing else', () => {
      expect(policies.map(({ PolicyName }) => PolicyName)).toEqual(['read', 'report', 'log']);
      expect(documentOf('read')).toEqual(printed);
      expect(documentOf('report')).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
            Resource: 'arn:aws:s3:::reportbucket/srm-scan/*',
          },
        ],
      });
      expect(documentOf('log')).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: 'arn:aws:logs:eu-west-1:111122223333:loggroup',
          },
        ],
      });
      expect(Object.keys(role).toSorted()).toEqual([
        'AssumeRolePolicyDocument',
        'Description',
        'Policies',
      ]);
    });

    it('can be assumed by Lambda alone', () => {
      expect(role['AssumeRolePolicyDocument']).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      });
    });

    // "IAM and STS quotas": white space does not count. A policy that no longer fits must be told in several.
    it('fits into what IAM takes: inline here, and as a managed policy elsewhere', () => {
      const inline = policies.map(({ PolicyDocument }) => JSON.stringify(PolicyDocument));
      expect(inline.join('').length).toBeLessThanOrEqual(10_240);
      expect(JSON.stringify(printed).length).toBeLessThanOrEqual(6144);
    });
  });

  it('gives the function the settings that it reads, and what it leaves open is the default', () => {
    const { Environment } = stack.only('AWS::Lambda::Function').Properties;
    const env = z.object({ Variables: z.record(z.string(), z.string()) }).parse(Environment);
    const known = new Set<string>(Object.values(variables).map(({ name }) => name));
    for (const [name, value] of Object.entries(env.Variables)) {
      expect(known).toContain(name);
      vi.stubEnv(name, value);
    }
    const prefix = 'srm-scan';
    expect(parseEvent({})).toStrictEqual({
      ...parseEvent({ bucket: 'reportbucket' }),
      bucketOwner: '111122223333',
      prefix,
    });
    // What the role may write to.
    const run = { prefix, startedAt: new Date(), requestId: 'r1' };
    for (const key of [markerKey(run), reportKey(run, '111122223333', 'report.json')])
      expect(key.startsWith(`${prefix}/`)).toBe(true);
  });

  it('gives every parameter of the scan to the function', () => {
    const given = {
      Regions: 'eu-west-1, eu-central-1',
      Services: 's3',
      Frameworks: 'cis',
      Checks: 's3-bucket-not-public',
      Severity: 'high',
      ExcludeRegions: 'sa-east-1',
      ExcludeServices: 'kms, rds',
      ExcludeChecks: 'iam-root-mfa',
      Settings: 's3-bucket-in-approved-region.approvedRegions=eu-west-1,eu-west-2',
      Rate: 0.25,
      ReportPrefix: 'audits/nightly',
    };
    const { Environment } = stackWith(given).only('AWS::Lambda::Function').Properties;
    const env = z.object({ Variables: z.record(z.string(), z.string()) }).parse(Environment);
    for (const [name, value] of Object.entries(env.Variables)) vi.stubEnv(name, value);
    expect(parseEvent({})).toMatchObject({
      regions: ['eu-west-1', 'eu-central-1'],
      services: ['s3'],
      frameworks: ['cis'],
      checks: ['s3-bucket-not-public'],
      severity: 'high',
      excludeRegions: ['sa-east-1'],
      excludeServices: ['kms', 'rds'],
      excludeChecks: ['iam-root-mfa'],
      settings: [given.Settings],
      rate: 0.25,
      prefix: 'audits/nightly',
    });
  });

  it('runs one scan at a time, with a whole processor and the longest time', () => {
    expect(stack.only('AWS::Lambda::Function').Properties).toMatchObject({
      FunctionName: 'scan',
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1769,
      Timeout: '900',
      ReservedConcurrentExecutions: 1,
      Code: { S3Bucket: 'code', S3Key: 'srm-scan.zip' },
      LoggingConfig: { LogGroup: 'loggroup' },
    });
    const shared = stackWith({ ReserveConcurrency: 'no' }).only('AWS::Lambda::Function');
    expect(shared.Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    expect(stack.only('AWS::Lambda::EventInvokeConfig').Properties).toMatchObject({
      MaximumRetryAttempts: 1,
      MaximumEventAgeInSeconds: 3600,
    });
    expect(stack.only('AWS::Logs::LogGroup').Properties).toMatchObject({ RetentionInDays: '365' });
  });

  it('is invoked by its own rule alone, whose lost events are kept', () => {
    expect(stack.only('AWS::Lambda::Permission').Properties).toEqual({
      FunctionName: 'arn:aws:lambda:eu-west-1:111122223333:function',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: 'arn:aws:events:eu-west-1:111122223333:rule',
    });
    const rule = stackWith({ Schedule: 'rate(6 hours)' }).only('AWS::Events::Rule').Properties;
    expect(rule).toMatchObject({
      ScheduleExpression: 'rate(6 hours)',
      State: 'ENABLED',
      Targets: [
        {
          Id: 'scan',
          Arn: 'arn:aws:lambda:eu-west-1:111122223333:function',
          DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:deadletters' },
        },
      ],
    });
    expect(stack.only('AWS::SQS::Queue').Properties).toMatchObject({ SqsManagedSseEnabled: true });
    const policy = policyOf(stack.only('AWS::SQS::QueuePolicy'));
    expect(policy.statements.filter(({ effect }) => effect === 'Allow')).toHaveLength(1);
    const arn = 'arn:aws:sqs:eu-west-1:111122223333:deadletters';
    expect(readPublicAccess(policy, { service: 'sqs', arn }).public).toBe(false);
  });

  describe('the report bucket', () => {
    const bucket = stack.only('AWS::S3::Bucket');
    const policy = policyOf(stack.only('AWS::S3::BucketPolicy'));

    it('is encrypted, closed to the public, versioned, and outlives the stack', () => {
      expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      expect(stack.only('AWS::S3::BucketPolicy').DeletionPolicy).toBe('Retain');
      expect(bucket.Properties).toMatchObject({
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
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

    it('logs who reads it, where there is a bucket for that', () => {
      const logged = stackWith({ AccessLogBucket: 'logs' }).only('AWS::S3::Bucket').Properties;
      expect(logged['LoggingConfiguration']).toEqual({
        DestinationBucketName: 'logs',
        LogFilePrefix: 'scan/',
      });
      expect(bucket.Properties).not.toHaveProperty('LoggingConfiguration');
    });

    it('lets nobody in but over TLS, by our own reading of its policy', () => {
      expect(refusesPlainHttp(policy, 'arn:aws:s3:::reportbucket').verdict).toBe('yes');
      expect(readPublicAccess(policy, { service: 's3' }).public).toBe(false);
      expect(policy.statements.map(({ effect }) => effect)).not.toContain('Allow');
    });

    it('F70: is never overwritten, never deleted from, and written to by the function alone', () => {
      const { PolicyDocument } = stack.only('AWS::S3::BucketPolicy').Properties;
      const everyObject = {
        Effect: 'Deny',
        Principal: '*',
        Resource: 'arn:aws:s3:::reportbucket/*',
      };
      expect(PolicyDocument).toMatchObject({
        Statement: expect.arrayContaining([
          {
            ...everyObject,
            Sid: 'NeverOverwritten',
            Action: 's3:PutObject',
            Condition: {
              Null: { 's3:if-none-match': 'true' },
              Bool: { 's3:ObjectCreationOperation': 'true' },
            },
          },
          {
            ...everyObject,
            Sid: 'WrittenByTheScanAlone',
            Action: 's3:PutObject',
            Condition: {
              ArnNotEquals: { 'aws:PrincipalArn': ['arn:aws:iam:eu-west-1:111122223333:role'] },
            },
          },
          {
            ...everyObject,
            Sid: 'NeverDeleted',
            Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          },
        ]),
      });
    });
  });

  describe('the alarms', () => {
    const Alarm = z.object({
      Namespace: z.string(),
      MetricName: z.string(),
      Dimensions: z.array(z.strictObject({ Name: z.string(), Value: z.string() })),
      TreatMissingData: z.string(),
      AlarmActions: z.array(z.string()).optional(),
    });
    // "Specification: Embedded metric format".
    const Line = z.looseObject({
      _aws: z.strictObject({
        Timestamp: z.int(),
        CloudWatchMetrics: z.tuple([
          z.strictObject({
            Namespace: z.string(),
            Dimensions: z.array(z.array(z.string())),
            Metrics: z.array(z.strictObject({ Name: z.string(), Unit: z.literal('Count') })),
          }),
        ]),
      }),
    });
    const alarmsOf = (parameters: Readonly<Record<string, string>>) =>
      stackWith(parameters)
        .ofType('AWS::CloudWatch::Alarm')
        .map(({ Properties }) => Alarm.parse(Properties));

    it('tell of failure, of lost events, of a partial scan and of silence', () => {
      const metrics = alarmsOf({}).map((each) => `${each.Namespace} ${each.MetricName}`);
      expect(metrics.toSorted()).toEqual([
        'AWS/Lambda AsyncEventsDropped',
        'AWS/Lambda Errors',
        'AWS/SQS ApproximateNumberOfMessagesVisible',
        'srm-scan PartialScans',
        'srm-scan Scans',
      ]);
      const silence = alarmsOf({}).find(({ MetricName }) => MetricName === 'Scans');
      expect(silence?.TreatMissingData).toBe('breaching');
    });

    it('go to the topic, where there is one', () => {
      const topic = 'arn:aws:sns:eu-west-1:111122223333:alarms';
      for (const alarm of alarmsOf({ AlarmTopic: topic }))
        expect(alarm.AlarmActions).toEqual([topic]);
      for (const alarm of alarmsOf({})) expect(alarm).not.toHaveProperty('AlarmActions');
    });

    it('look at metrics that the function writes', () => {
      const context = {
        awsRequestId: 'r1',
        functionName: 'function',
        invokedFunctionArn: '',
        getRemainingTimeInMillis: () => 0,
      };
      const line = Line.parse(JSON.parse(metricLine(context, { status: 'partial' }, new Date(0))));
      const { CloudWatchMetrics } = line['_aws'];
      const [told] = CloudWatchMetrics;
      const ours = alarmsOf({}).filter(({ Namespace }) => Namespace === told.Namespace);
      expect(ours).toHaveLength(2);
      for (const alarm of ours) {
        expect(told.Metrics.map(({ Name }) => Name)).toContain(alarm.MetricName);
        expect(told.Dimensions).toEqual([alarm.Dimensions.map(({ Name }) => Name)]);
        for (const { Name, Value } of alarm.Dimensions) expect(line[Name]).toBe(Value);
        expect(line[alarm.MetricName]).toBe(1);
      }
    });
  });
});

function policyOf({ Properties }: Resource): Policy {
  const parsed = parsePolicy(JSON.stringify(Properties['PolicyDocument']));
  if (parsed.ok) return parsed.policy;
  throw new Error(parsed.fault);
}
