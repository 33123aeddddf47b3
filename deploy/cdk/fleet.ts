/**
 * The scan of an organisation, in a delegated administrator account: a state machine lists the accounts, scans each in a
 * Lambda function of its own, and makes one report of what they left. Step Functions developer guide, "Distributed mode".
 */
import {
  Aws,
  BootstraplessSynthesizer,
  CfnParameter,
  type CfnParameterProps,
  Duration,
  RemovalPolicy,
  Size,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import { ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct, IConstruct } from 'constructs';
import { stateMachine } from './state-machine.ts';

/** What all keys of a fleet begin with. */
const prefix = 'srm-scan';

export function fleetStack(scope: Construct, id: string): Stack {
  const stack = new Stack(scope, id, {
    description:
      'srm-scan over the accounts of an organisation, for a delegated administrator account. deploy/README.md of srm-scan has the commands.',
    synthesizer: new BootstraplessSynthesizer(),
  });
  const parameters = parametersOf(stack);
  const key = keyOf(stack);
  const bucket = bucketOf(stack, key);

  const roleArn = `arn:${Aws.PARTITION}:iam::*:role/${parameters.roleName}`;
  const functionOf = (name: string, does: Does) => functionIn(stack, name, does, parameters, key);
  const objects = bucket.arnForObjects(`${prefix}/fleet/*`);
  const reads = new PolicyStatement({ actions: ['s3:GetObject'], resources: [objects] });
  const lists = new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });
  const writes = new PolicyStatement({ actions: ['s3:PutObject'], resources: [objects] });
  const encrypts = new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
  });
  const onObjects = [reads, lists, writes, encrypts];

  const list = functionOf('List', {
    handler: 'listAccounts',
    description: 'Lists the accounts that srm-scan is to scan',
    seconds: 300,
    bucket: bucket.bucketName,
    statements: [
      ...onObjects,
      new PolicyStatement({
        actions: [
          'organizations:ListAccounts',
          'organizations:ListAccountsForParent',
          'organizations:ListOrganizationalUnitsForParent',
        ],
        resources: ['*'],
      }),
    ],
  });
  const scan = functionOf('Scan', {
    handler: 'scanAccount',
    description: 'Scans one account with srm-scan',
    seconds: 900,
    bucket: bucket.bucketName,
    statements: [
      ...onObjects,
      new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [roleArn] }),
    ],
  });
  const report = functionOf('Report', {
    handler: 'reportFleet',
    description: 'Makes one report of the scans of srm-scan',
    seconds: 900,
    bucket: bucket.bucketName,
    statements: onObjects,
  });

  const machine = machineOf(stack, key, { list, scan, report, reads });
  const deadLetters = queueOf(stack, key);
  const rule = new Rule(stack, 'Schedule', {
    description: 'Begins the scan of the organisation',
    schedule: Schedule.expression(parameters.schedule),
  });
  rule.addTarget(
    new SfnStateMachine(machine, {
      deadLetterQueue: deadLetters,
      input: RuleTargetInput.fromObject({}),
      role: new Role(stack, 'ScheduleRole', {
        assumedBy: new ServicePrincipal('events.amazonaws.com'),
      }),
    }),
  );
  alarmOn(
    stack,
    'Failed',
    machine.metricFailed(),
    'A fleet has accounts without a result, or failed; its report and its history say which and why.',
  );
  alarmOn(stack, 'TimedOut', machine.metricTimedOut(), 'A fleet did not end in its time.');
  alarmOn(
    stack,
    'Undelivered',
    deadLetters.metricApproximateNumberOfMessagesVisible(),
    'A schedule could not be delivered; it is in the dead-letter queue.',
  );
  return stack;
}

function parametersOf(stack: Stack) {
  const text = (name: string, props: CfnParameterProps) =>
    new CfnParameter(stack, name, { type: 'String', ...props }).valueAsString;
  return {
    codeBucket: text('CodeBucket', {
      description: 'Bucket that holds the archive, in the Region of this stack.',
      minLength: 3,
    }),
    codeKey: text('CodeKey', {
      description:
        'Key of the archive, as `npm run build:lambda` prints it. Another archive needs another key.',
      minLength: 1,
    }),
    roleName: text('RoleName', {
      description: 'Name of the role that is assumed in each account.',
      default: 'srm-scan-read',
      allowedPattern: String.raw`^[\w+=,.@-]{1,64}$`,
    }),
    externalId: text('ExternalId', {
      description: 'External id that the role asks for.',
      minLength: 2,
      allowedPattern: String.raw`^[\w+=,.@:/-]+$`,
    }),
    units: text('OrganizationalUnits', {
      description:
        'Units or roots whose accounts are scanned, with commas between them; empty for all.',
      default: '',
      allowedPattern: '^[a-z0-9,-]*$',
    }),
    concurrency: text('Concurrency', {
      description: 'Accounts that are scanned at once.',
      default: '100',
      allowedPattern: '^[1-9][0-9]{0,3}$',
    }),
    schedule: text('ScheduleExpression', {
      description: 'Schedule expression of EventBridge, in UTC.',
      default: 'cron(17 2 * * ? *)',
      allowedPattern: String.raw`^(cron|rate)\(.+\)$`,
    }),
    regions: text('Regions', {
      description: 'Regions to scan, with commas between them; empty for all that are enabled.',
      default: '',
    }),
    frameworks: text('Frameworks', {
      description:
        'Frameworks whose checks are run, with commas between them; empty for all checks.',
      default: '',
    }),
  };
}

type Parameters = ReturnType<typeof parametersOf>;

function keyOf(stack: Stack): Key {
  const key = new Key(stack, 'Key', {
    description: 'What srm-scan keeps of the organisation',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // Amazon CloudWatch Logs user guide, "Encrypt log data using AWS KMS".
  key.addToResourcePolicy(
    new PolicyStatement({
      actions: [
        'kms:Encrypt*',
        'kms:Decrypt*',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey*',
        'kms:Describe*',
      ],
      principals: [new ServicePrincipal('logs.amazonaws.com')],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`,
        },
      },
    }),
  );
  return key;
}

/** It outlives the stack, and so does the key of what is in it. */
function bucketOf(stack: Stack, key: Key): Bucket {
  const bucket = new Bucket(stack, 'Reports', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        expiration: Duration.days(730),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Server access logs need a bucket of the account’s own choice; data events of CloudTrail tell more of who read a report.',
  });
  return bucket;
}

interface Does {
  readonly handler: string;
  readonly description: string;
  readonly seconds: number;
  readonly bucket: string;
  readonly statements: readonly PolicyStatement[];
}

function functionIn(
  stack: Stack,
  name: string,
  { handler, description, seconds, bucket, statements }: Does,
  parameters: Parameters,
  key: Key,
): LambdaFunction {
  const log = new LogGroup(stack, `${name}Log`, {
    retention: RetentionDays.ONE_YEAR,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(stack, `${name}Role`, {
    description,
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      own: new PolicyDocument({
        statements: [
          ...statements,
          new PolicyStatement({
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [log.logGroupArn],
          }),
        ],
      }),
    },
  });
  const made = new LambdaFunction(stack, name, {
    description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: `index.${handler}`,
    code: Code.fromBucketV2(
      Bucket.fromBucketName(stack, `${name}Code`, parameters.codeBucket),
      parameters.codeKey,
    ),
    role,
    // One whole processor.
    memorySize: 1769,
    ephemeralStorageSize: Size.gibibytes(1),
    timeout: Duration.seconds(seconds),
    logGroup: log,
    environment: {
      REPORT_BUCKET: bucket,
      REPORT_BUCKET_OWNER: Aws.ACCOUNT_ID,
      REPORT_PREFIX: prefix,
      FLEET_ROLE_NAME: parameters.roleName,
      FLEET_UNITS: parameters.units,
      FLEET_CONCURRENCY: parameters.concurrency,
      SCAN_EXTERNAL_ID: parameters.externalId,
      SCAN_REGIONS: parameters.regions,
      SCAN_FRAMEWORKS: parameters.frameworks,
    },
  });
  wildcards(role, {
    '<Reports65402A0A.Arn>/srm-scan/fleet/*':
      'The objects of one prefix, which are new in each run.',
    'arn:<AWS::Partition>:iam::*:role/<RoleName>':
      'One role, in every account of the organisation.',
    '*': 'AWS Organizations lists accounts by no resource.',
  });
  return made;
}

interface Steps {
  readonly list: LambdaFunction;
  readonly scan: LambdaFunction;
  readonly report: LambdaFunction;
  readonly reads: PolicyStatement;
}

function machineOf(stack: Stack, key: Key, { list, scan, report, reads }: Steps): StateMachine {
  const log = new LogGroup(stack, 'StatesLog', {
    logGroupName: `/aws/vendedlogs/states/${Aws.STACK_NAME}`,
    retention: RetentionDays.ONE_YEAR,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const machine = new StateMachine(stack, 'Fleet', {
    definitionBody: DefinitionBody.fromString(JSON.stringify(stateMachine)),
    definitionSubstitutions: {
      Partition: Aws.PARTITION,
      ListFunction: list.functionArn,
      ScanFunction: scan.functionArn,
      ReportFunction: report.functionArn,
    },
    timeout: Duration.hours(12),
    tracingEnabled: true,
    logs: { destination: log, level: LogLevel.ALL, includeExecutionData: false },
  });
  machine.addToRolePolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [list, scan, report].map(({ functionArn }) => functionArn),
    }),
  );
  machine.addToRolePolicy(reads);
  machine.addToRolePolicy(
    new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }),
  );
  machine.addToRolePolicy(
    new PolicyStatement({
      actions: ['events:PutEvents'],
      resources: [`arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`],
    }),
  );
  // A distributed map starts executions of its own state machine: developer guide, "IAM policies for distributed maps".
  machine.addToRolePolicy(
    new PolicyStatement({
      actions: ['states:StartExecution'],
      resources: [`arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:*`],
      conditions: {
        StringEquals: { 'aws:ResourceTag/aws:cloudformation:stack-name': Aws.STACK_NAME },
      },
    }),
  );
  wildcards(machine.role, {
    '<Reports65402A0A.Arn>/srm-scan/fleet/*': 'The list of accounts is a new object in each run.',
    'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:*':
      'Its own name would make the role and the machine wait for each other; a tag of the stack stands for it.',
    '*': 'Delivery of logs and traces cannot be limited to a resource.',
  });
  return machine;
}

/** Says why each wildcard of a role's policies is there; cdk-nag refuses any that is not named. */
function wildcards(role: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [resource, reason] of Object.entries(reasons))
    Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
}

function queueOf(stack: Stack, key: Key): Queue {
  const queue = new Queue(stack, 'DeadLetters', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is the dead-letter queue.',
  });
  return queue;
}

function alarmOn(stack: Stack, name: string, metric: Metric, alarmDescription: string): void {
  metric.createAlarm(stack, `${name}Alarm`, {
    alarmDescription,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
