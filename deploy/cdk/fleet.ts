/**
 * The scan of an organisation, in a delegated administrator account: a state machine lists the accounts, scans each in a
 * Lambda function of its own, and makes one report of what they left. Step Functions developer guide, "Distributed mode".
 */
import { BootstraplessSynthesizer, CfnOutput, Stack } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { catalogueOf } from './fleet/catalogue.ts';
import { findingsIn, functionsOf, objectsIn, unfinished } from './fleet/functions.ts';
import { machineOf } from './fleet/machine.ts';
import { parametersOf } from './fleet/parameters.ts';
import { rolesOf } from './fleet/roles.ts';
import { bucketOf, keyOf } from './fleet/storage.ts';
import { alarmsOf } from './shared/alarms.ts';
import { queueOf, sealed } from './shared/storage.ts';

/** Rules of cfn-lint that do not hold for what CDK writes, each with its reason. */
const leftOut = {
  I1022: 'CDK writes Fn::Join where Fn::Sub would do as well.',
  W1030:
    'Where the role that hands over to Security Lake is empty, a condition leaves its policy out.',
  W3005: 'CDK names a dependency that follows from a reference as well.',
  E3601:
    'Its pattern of a state’s Resource knows one partition alone; ours is put in when the stack is made.',
};

export interface FleetProps {
  /** The template of the role that is assumed in each account. */
  readonly memberRole: object;
}

export function fleetStack(scope: Construct, id: string, { memberRole }: FleetProps): Stack {
  const stack = new Stack(scope, id, {
    description:
      'srm-scan over the accounts of an organisation, for a delegated administrator account. deploy/README.md of srm-scan has the commands.',
    synthesizer: new BootstraplessSynthesizer(),
  });
  stack.templateOptions.metadata = {
    'cfn-lint': { config: { ignore_checks: Object.keys(leftOut) } },
    'cfn-lint-reasons': leftOut,
  };
  const parameters = parametersOf(stack);
  const key = keyOf(stack);
  const storage = { key, bucket: bucketOf(stack, key, unfinished) };
  const catalogue = catalogueOf(stack, storage);
  const { roles, ...functions } = functionsOf(stack, parameters, storage);
  // Results of queries, which Athena writes for whoever asks, are not of them.
  sealed(storage.bucket, {
    objects: [objectsIn(storage), findingsIn(storage)],
    writers: [roles.list, roles.scan, roles.report],
    sid: 'WrittenByTheFunctionsAlone',
  });
  rolesOf(stack, parameters, memberRole, roles.scan.roleArn);
  const machine = machineOf(stack, functions, storage);
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
  const alarm = alarmsOf(stack, parameters.alarmTopic);
  alarm(
    'Failed',
    machine.metricFailed(),
    'A fleet has accounts without a result, or failed; its report and its history say which and why.',
  );
  alarm('TimedOut', machine.metricTimedOut(), 'A fleet did not end in its time.');
  alarm(
    'Undelivered',
    deadLetters.metricApproximateNumberOfMessagesVisible(),
    'A schedule could not be delivered; it is in the dead-letter queue.',
  );
  const output = (name: string, value: string, description: string) =>
    new CfnOutput(stack, name, { value, description });
  output('Bucket', storage.bucket.bucketName, 'Holds the reports.');
  output('StateMachine', machine.stateMachineArn, 'Start it for a report at once.');
  output('WorkGroup', catalogue.workGroup, 'Workgroup of Athena, with queries that are ready.');
  output('Database', catalogue.database, 'Database of the findings.');
  output('ScannerRole', roles.scan.roleArn, 'ScannerRole of member-role.json.');
  return stack;
}
