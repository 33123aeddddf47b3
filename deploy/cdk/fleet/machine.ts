/** The state machine of a fleet, with its role and its log, and what tells that it failed. */
import { Aws, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { stateMachine } from '../state-machine.ts';
import { type Functions, objectsIn, type Storage } from './functions.ts';
import { wildcards } from './wildcards.ts';

export function machineOf(
  stack: Stack,
  { list, scan, report }: Functions,
  storage: Storage,
): StateMachine {
  const { key } = storage;
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
  machine.addToRolePolicy(
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [objectsIn(storage)] }),
  );
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

export function alarmOn(
  stack: Stack,
  name: string,
  metric: Metric,
  alarmDescription: string,
): void {
  metric.createAlarm(stack, `${name}Alarm`, {
    alarmDescription,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
