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

export const ListBackupPlans = backup.operation(
  'ListBackupPlans',
  (sdk) => sdk.ListBackupPlansCommand,
  { action: 'backup:ListBackupPlans', pages: 'NextToken' },
);

export const ListBackupSelections = backup.operation(
  'ListBackupSelections',
  (sdk) => sdk.ListBackupSelectionsCommand,
  {
    action: 'backup:ListBackupSelections',
    pages: 'NextToken',
    // A plan that was deleted since it was listed assigns nothing.
    absent: ['ResourceNotFoundException'],
  },
);

export const ListBackupVaults = backup.operation(
  'ListBackupVaults',
  (sdk) => sdk.ListBackupVaultsCommand,
  { action: 'backup:ListBackupVaults', pages: 'NextToken' },
);

export const ListRecoveryPointsByBackupVault = backup.operation(
  'ListRecoveryPointsByBackupVault',
  (sdk) => sdk.ListRecoveryPointsByBackupVaultCommand,
  {
    action: 'backup:ListRecoveryPointsByBackupVault',
    pages: 'NextToken',
    gone: ['ResourceNotFoundException'],
  },
);

export const ListRestoreTestingPlans = backup.operation(
  'ListRestoreTestingPlans',
  (sdk) => sdk.ListRestoreTestingPlansCommand,
  { action: 'backup:ListRestoreTestingPlans', pages: 'NextToken' },
);

export const ListRestoreTestingSelections = backup.operation(
  'ListRestoreTestingSelections',
  (sdk) => sdk.ListRestoreTestingSelectionsCommand,
  {
    action: 'backup:ListRestoreTestingSelections',
    pages: 'NextToken',
    // A plan that was deleted since it was listed assigns nothing.
    absent: ['ResourceNotFoundException'],
  },
);

export const ListRestoreJobs = backup.operation(
  'ListRestoreJobs',
  (sdk) => sdk.ListRestoreJobsCommand,
  { action: 'backup:ListRestoreJobs', pages: 'NextToken' },
);
