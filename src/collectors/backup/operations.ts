/** The operations of AWS Backup that are sent, each with its IAM action and what its answers mean. */
import { backup } from './service.ts';

export const ListProtectedResources = backup.operation(
  'ListProtectedResources',
  (sdk) => sdk.ListProtectedResourcesCommand,
  {
    action: 'backup:ListProtectedResources',
    pages: 'NextToken',
  },
);
