import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { stateMachineLogging, stateMachines } from '../../src/collectors/sfn/state-machines.ts';

export default defineCheck({
  id: 'stepfunctions-machine-logging',
  title: 'The state machine logs its executions',
  severity: 'medium',
  responsibility: 'step-functions.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'StepFunctions.1': equal } },
  why: 'Without logs nobody can tell what an execution did once its history has ended; that of an Express workflow is not kept at all.',
  fix: 'Log at least errors to CloudWatch Logs. Leave execution data out where it holds secrets.',
  link: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  remedy: {
    console:
      'Step Functions, State machines, the state machine, Edit, Config, Logging. Executions that run are not interrupted.',
    cli: `aws stepfunctions update-state-machine --state-machine-arn MACHINE \\
  --logging-configuration file://logging.json`,
    terraform: `resource "aws_sfn_state_machine" "this" {
  logging_configuration {
    level           = "ERROR"
    log_destination = "\${aws_cloudwatch_log_group.machine.arn}:*"
  }
  # …
}`,
  },

  evaluates: stateMachines,
  needs: { logging: stateMachineLogging },

  evaluate(machine, { read, logging }) {
    const level = read(logging.of(machine));
    return level === 'OFF' ? fail('logging is off') : pass(`events of level ${level} are logged`);
  },
});
