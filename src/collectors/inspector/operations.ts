/** The operations of Amazon Inspector that are sent, each with its IAM action and what its answers mean. */
import { inspector } from './service.ts';

export const BatchGetAccountStatus = inspector.operation(
  'BatchGetAccountStatus',
  (sdk) => sdk.BatchGetAccountStatusCommand,
  { action: 'inspector2:BatchGetAccountStatus' },
);

export const ListFindings = inspector.operation('ListFindings', (sdk) => sdk.ListFindingsCommand, {
  action: 'inspector2:ListFindings',
  pages: 'nextToken',
});
