/** The state machine of a fleet, with its role and its log. */
import { Aws, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { eventSource, stateMachine } from '../state-machine.ts';
import { type Functions, objectsIn, type Storage } from './functions.ts';
import { wildcards } from '../shared/wildcards.ts';

export function machineOf(
  stack: Stack,
  { list, scan, report }: Functions,
  storage: Storage,
): StateMachine {
  const { key } = storage;
  // A name of its own, so that its role can name it before it is there.
  const stateMachineName = Aws.STACK_NAME;
  const arnOf = (kind: string) =>
    `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:${kind}:${stateMachineName}`;
  const log = new LogGroup(stack, 'StatesLog', {
    logGroupName: `/aws/vendedlogs/states/${Aws.STACK_NAME}`,
    retention: RetentionDays.ONE_YEAR,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const machine = new StateMachine(stack, 'Fleet', {
    stateMachineName,
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
      conditions: { StringEquals: { 'events:source': eventSource } },
    }),
  );
  // A distributed map starts executions of its own state machine, looks after them, and stops them when it is stopped:
  // developer guide, "IAM policies for using Distributed Map states".
  machine.addToRolePolicy(
    new PolicyStatement({
      actions: ['states:StartExecution'],
      resources: [arnOf('stateMachine')],
    }),
  );
  machine.addToRolePolicy(
    new PolicyStatement({
      actions: ['states:DescribeExecution', 'states:StopExecution'],
      resources: [`${arnOf('execution')}:*`, `${arnOf('execution')}/*`],
    }),
  );
  wildcards(machine.role, {
    '<Reports65402A0A.Arn>/srm-scan/fleet/*': 'The list of accounts is a new object in each run.',
    'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<AWS::StackName>:*':
      'Executions of this state machine are new in each run.',
    'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<AWS::StackName>/*':
      'So are those of its map.',
    '*': 'Delivery of logs and traces cannot be limited to a resource.',
  });
  return machine;
}
