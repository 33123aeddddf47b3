/** State machines of Step Functions, and what each logs. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { DescribeStateMachine, ListStateMachines } from './operations.ts';

/** The largest page of the operation. */
const machinesPerPage = 1000;

export const stateMachines = defineCollector({
  id: 'step-functions.state-machines',
  service: 'step-functions',
  scope: 'regional',
  recordedAs: ['AWS::StepFunctions::StateMachine'],
  calls: [ListStateMachines],
  gather: (aws) =>
    aws.list(
      ListStateMachines,
      { maxResults: machinesPerPage },
      'stateMachines',
      (machine, { must }): Resource => ({
        arn: must(machine, 'stateMachineArn'),
        type: 'AWS::StepFunctions::StateMachine',
        name: must(machine, 'name'),
        region: aws.region,
      }),
    ),
});

/** Which events of its executions each state machine logs. */
export const stateMachineLogging = defineCollector({
  id: 'step-functions.logging',
  service: 'step-functions',
  scope: 'regional',
  calls: [DescribeStateMachine],
  needs: { stateMachines },
  gather: (aws, given) =>
    perResource(given.stateMachines.items, ({ arn: stateMachineArn }) =>
      // Without the definition, for which a customer managed key would have to be used.
      aws.get(
        DescribeStateMachine,
        { stateMachineArn, includedData: 'METADATA_ONLY' },
        (answer, members) => {
          const logging = members.must(answer, 'loggingConfiguration');
          return oneOf(members.must(logging, 'level'), ['ALL', 'ERROR', 'FATAL', 'OFF'], members);
        },
      ),
    ),
});
