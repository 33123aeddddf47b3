/** The operations of AWS Step Functions that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { sfn } from './service.ts';

export const ListStateMachines = sfn.operation(
  'ListStateMachines',
  (sdk) => sdk.ListStateMachinesCommand,
  {
    action: 'states:ListStateMachines',
    pages: 'nextToken',
  },
);

export const DescribeStateMachine = sfn.operation(
  'DescribeStateMachine',
  (sdk) => sdk.DescribeStateMachineCommand,
  {
    action: 'states:DescribeStateMachine',
    gone: ['StateMachineDoesNotExist'],
    // Definitions and descriptions are the user's own text, and may hold anything.
    redact: withoutMembers('definition', 'description', 'variableReferences'),
  },
);
