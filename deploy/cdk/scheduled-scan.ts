/**
 * The scan of one account on a schedule: a function that reads the account it is in, and leaves its reports in a bucket of its
 * own.
 */
import {
  Aws,
  BootstraplessSynthesizer,
  CfnCondition,
  CfnDeletionPolicy,
  type CfnElement,
  CfnOutput,
  Duration,
  Fn,
  RemovalPolicy,
  Stack,
  Token,
  Validations,
} from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Invocation } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnEventInvokeConfig,
  CfnPermission,
  type Function as LambdaFunction,
  Runtime,
  RuntimeFamily,
} from 'aws-cdk-lib/aws-lambda';
import { CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { parameterGroups, parametersOf } from './scheduled/parameters.ts';
import { alarmsOf } from './shared/alarms.ts';
import { functionOf, mayWriteTo, roleOf } from './shared/function.ts';
import { queueOf, reportsBucket, sealed } from './shared/storage.ts';
import { wildcards } from './shared/wildcards.ts';

type Parameters = ReturnType<typeof parametersOf>;

/** Rules of cfn-lint that do not hold for what CDK writes, each with its reason. */
const leftOut = {
  I1022: 'CDK writes Fn::Join where Fn::Sub would do as well.',
  W3005: 'CDK names a dependency that follows from a reference as well.',
};

/**
 * A stack whose logical ids are the names of its parts, without CDK's hashes. Stacks that were deployed from the template when
 * it was written by hand have these: under another one CloudFormation would make a new bucket and leave the reports in the
 * old, and could not make the function, whose name is taken.
 */
class PlainlyNamed extends Stack {
  protected override allocateLogicalId(element: CfnElement): string {
    // What CDK makes for another resource has a name of CDK's.
    if (element instanceof CfnEventInvokeConfig) return 'Retries';
    if (element instanceof CfnPermission) return 'RuleMayInvoke';
    const path = element.node.scopes.slice(this.node.scopes.length).map(({ node }) => node.id);
    return path.filter((part) => part !== 'Resource').join('');
  }
}

export interface ScheduledScanProps {
  /** What `srm-scan policy` prints: one statement that allows. */
  readonly actions: readonly string[];
}

export function scheduledScanStack(
  scope: Construct,
  id: string,
  { actions }: ScheduledScanProps,
): Stack {
  const stack = new PlainlyNamed(scope, id, {
    description:
      'srm-scan on a schedule: a Lambda function that reads this account and leaves its reports in a bucket of its own. README.md of srm-scan, "In Lambda", has the commands.',
    synthesizer: new BootstraplessSynthesizer(),
  });
  stack.templateOptions.metadata = {
    'AWS::CloudFormation::Interface': parameterGroups,
    'cfn-lint': { config: { ignore_checks: Object.keys(leftOut) } },
    'cfn-lint-reasons': leftOut,
  };
  const parameters = parametersOf(stack);
  const bucket = bucketOf(stack, parameters);
  const log = logOf(stack, parameters);
  const objects = bucket.arnForObjects(`${parameters.reportPrefix}/*`);
  const role = roleOf(stack, 'Role', 'What the scheduled scan of srm-scan may do', {
    read: new PolicyDocument({
      statements: [
        new PolicyStatement({ sid: 'SrmScanRead', actions: [...actions], resources: ['*'] }),
      ],
    }),
    report: new PolicyDocument({
      statements: [
        new PolicyStatement({
          // What was sent of a large report is taken back where the rest cannot be.
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
          resources: [objects],
        }),
      ],
    }),
    log: new PolicyDocument({ statements: [mayWriteTo(log)] }),
  });
  wildcards(role, {
    '*': 'A scan reads the configuration of every resource, so it cannot name them; the actions are listed one by one.',
    '<ReportBucket.Arn>/<ReportPrefix>/*': 'The objects of one prefix, which are new in each run.',
  });
  sealed(bucket, {
    objects: [bucket.arnForObjects('*')],
    writers: [role],
    sid: 'WrittenByTheScanAlone',
  });
  const made = scanOf(stack, parameters, { bucket, log, role });
  scheduleOf(stack, parameters, made);
  const output = (name: string, value: string, description: string) =>
    new CfnOutput(stack, name, { value, description });
  output('Bucket', bucket.bucketName, 'Holds the reports.');
  output(
    'Reports',
    `s3://${bucket.bucketName}/${parameters.reportPrefix}/account=${Aws.ACCOUNT_ID}/`,
    'Where the reports of this account are.',
  );
  output('FunctionName', made.functionName, 'Invoke it for a report at once.');
  return stack;
}

/** Nothing in it is ever overwritten or deleted, but by its own age. */
function bucketOf(stack: Stack, { accessLogBucket, reportDays }: Parameters): Bucket {
  const bucket = reportsBucket(stack, {
    id: 'ReportBucket',
    withoutAccessLog:
      'Access logs need a bucket of the account’s own choice, which AccessLogBucket names; without it data events of CloudTrail tell who read a report.',
    lifecycleRules: [
      {
        id: 'expire',
        expiration: Duration.days(reportDays),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      { id: 'marks-of-what-expired', expiredObjectDeleteMarker: true },
    ],
  });
  const hasAccessLogs = new CfnCondition(stack, 'HasAccessLogs', {
    expression: Fn.conditionNot(Fn.conditionEquals(accessLogBucket, '')),
  });
  if (bucket.node.defaultChild instanceof CfnBucket)
    bucket.node.defaultChild.addPropertyOverride(
      'LoggingConfiguration',
      Fn.conditionIf(
        hasAccessLogs.logicalId,
        { DestinationBucketName: accessLogBucket, LogFilePrefix: `${Aws.STACK_NAME}/` },
        Aws.NO_VALUE,
      ),
    );
  return bucket;
}

function logOf(stack: Stack, { logDays }: Parameters): LogGroup {
  const log = new LogGroup(stack, 'LogGroup', {
    logGroupName: `/aws/lambda/${Aws.STACK_NAME}`,
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  if (log.node.defaultChild instanceof CfnLogGroup)
    log.node.defaultChild.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  return log;
}

interface Around {
  readonly bucket: Bucket;
  readonly log: LogGroup;
  readonly role: Role;
}

function scanOf(stack: Stack, parameters: Parameters, { bucket, log, role }: Around) {
  const reserves = new CfnCondition(stack, 'ReservesConcurrency', {
    expression: Fn.conditionEquals(parameters.reserveConcurrency, 'yes'),
  });
  const made = functionOf(stack, 'Function', {
    functionName: Aws.STACK_NAME,
    description: 'Scans this account with srm-scan',
    handler: 'handler',
    archive: parameters,
    runtime: new Runtime(parameters.runtime, RuntimeFamily.NODEJS),
    architecture: Architecture.custom(parameters.architecture),
    // The reports of an account of 121,000 resources are 300 MB, and a run that was killed may leave its own behind.
    storage: 1,
    timeout: Duration.seconds(parameters.timeout),
    reservedConcurrentExecutions: Token.asNumber(
      Fn.conditionIf(reserves.logicalId, 1, Aws.NO_VALUE),
    ),
    // A second try for what goes by, none for a schedule of hours ago.
    retryAttempts: 1,
    maxEventAge: Duration.hours(1),
    role,
    log,
    environment: {
      REPORT_BUCKET: bucket.bucketName,
      REPORT_BUCKET_OWNER: Aws.ACCOUNT_ID,
      REPORT_PREFIX: parameters.reportPrefix,
      SCAN_REGIONS: parameters.regions,
      SCAN_SERVICES: parameters.services,
      SCAN_FRAMEWORKS: parameters.frameworks,
      SCAN_CHECKS: parameters.checks,
      SCAN_SEVERITY: parameters.severity,
      SCAN_EXCLUDE_REGIONS: parameters.excludeRegions,
      SCAN_EXCLUDE_SERVICES: parameters.excludeServices,
      SCAN_EXCLUDE_CHECKS: parameters.excludeChecks,
      SCAN_SETTINGS: parameters.settings,
      SCAN_RATE: Token.asString(parameters.rate.value),
    },
  });
  Validations.of(made).acknowledge({
    id: 'AwsSolutions-L1',
    reason:
      'The runtime is a parameter, which the rule cannot read; the newest one is its default.',
  });
  return made;
}

/**
 * A rule and no schedule of EventBridge Scheduler: that would need a role of its own to invoke the function and to send to the
 * queue, where a rule is let in by the function and the queue themselves.
 */
function scheduleOf(stack: Stack, parameters: Parameters, made: LambdaFunction): void {
  // Events that could not be delivered to the function. One that it failed on says nothing that its log does not say, and
  // Lambda could send it here only with a permission of the function's role.
  const deadLetters = queueOf(stack);
  const rule = new Rule(stack, 'Rule', {
    description: 'Begins the scan',
    schedule: Schedule.expression(parameters.schedule),
  });
  rule.addTarget(new Invocation(made, { deadLetterQueue: deadLetters }));
  if (rule.node.defaultChild instanceof CfnRule) {
    rule.node.defaultChild.state = parameters.scheduleState;
    // The one target of the rule; under another id it would be a second one for a moment.
    rule.node.defaultChild.addPropertyOverride('Targets.0.Id', 'scan');
  }
  const alarm = alarmsOf(stack, parameters.alarmTopic);
  alarm(
    'Failed',
    made.metricErrors(),
    'A scan failed or ran out of time; the log of the function says why.',
  );
  alarm(
    'Dropped',
    made.metric('AsyncEventsDropped', { statistic: 'Sum' }),
    'Lambda gave up an event of the schedule, after its retries or its age.',
  );
  alarm(
    'Undelivered',
    deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
    'EventBridge could not deliver an event of the schedule; it is in the dead-letter queue.',
  );
  // The function writes these metrics as lines of its log, for which it needs no permission.
  const own = (metricName: string, period: Duration) =>
    new Metric({
      namespace: 'srm-scan',
      metricName,
      dimensionsMap: { FunctionName: made.functionName },
      statistic: 'Sum',
      period,
    });
  alarm(
    'Partial',
    own('PartialScans', Duration.minutes(5)),
    'A scan ended before it had read everything; its report says what is missing.',
  );
  alarm(
    'Silence',
    own('Scans', Duration.days(1)),
    'No scan has ended for days. In alarm until the first one has.',
    { periods: parameters.daysWithoutScan },
  );
}
