/** Plans by which AWS Backup backs up, and plans by which it tests that backups can be restored. */
import { defineCollector } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { derive, type Observed } from '../../observe/observed.ts';
import {
  ListBackupPlans,
  ListBackupSelections,
  ListRestoreTestingPlans,
  ListRestoreTestingSelections,
} from './operations.ts';

/** The largest page of these operations. */
const perPage = 1000;

interface Plan {
  readonly arn: string;
  readonly name: string;
  /** How many selections assign resources to it. A plan that was deleted since it was listed has none. */
  readonly selections: Observed<number>;
}

export type BackupPlan = Plan;

export const backupPlans = defineCollector({
  id: 'backup.plans',
  service: 'backup',
  scope: 'regional',
  calls: [ListBackupPlans, ListBackupSelections],
  gather: async (aws) => {
    const { items, ...rest } = await aws.list(
      ListBackupPlans,
      { MaxResults: perPage },
      'BackupPlansList',
      (plan, { must }) => ({
        arn: must(plan, 'BackupPlanArn'),
        name: must(plan, 'BackupPlanName'),
        id: must(plan, 'BackupPlanId'),
      }),
    );
    const selections = await perResource(items, async ({ id: BackupPlanId }) => {
      const input = { BackupPlanId, MaxResults: perPage };
      const found = await aws.list(
        ListBackupSelections,
        input,
        'BackupSelectionsList',
        (selection, { must }) => must(selection, 'SelectionId'),
      );
      return derive((read) => read.list(found).length);
    });
    return {
      ...rest,
      items: items.map(({ id: _id, ...plan }): BackupPlan => ({
        ...plan,
        selections: selections.of(plan),
      })),
    };
  },
});

export interface RestoreTestingPlan extends Plan {
  /** Null where it never ran. */
  readonly lastRun: Observed<Date | null>;
}

export const restoreTestingPlans = defineCollector({
  id: 'backup.restore-testing-plans',
  service: 'backup',
  scope: 'regional',
  calls: [ListRestoreTestingPlans, ListRestoreTestingSelections],
  gather: async (aws) => {
    const { items, ...rest } = await aws.list(
      ListRestoreTestingPlans,
      { MaxResults: perPage },
      'RestoreTestingPlans',
      (plan, { must, observe }) => ({
        arn: must(plan, 'RestoreTestingPlanArn'),
        name: must(plan, 'RestoreTestingPlanName'),
        // A plan that never ran has none: AWS Backup API reference, "RestoreTestingPlanForList".
        lastRun: observe(() => plan.LastExecutionTime ?? null),
      }),
    );
    const selections = await perResource(items, async ({ name: RestoreTestingPlanName }) => {
      const input = { RestoreTestingPlanName, MaxResults: perPage };
      const found = await aws.list(
        ListRestoreTestingSelections,
        input,
        'RestoreTestingSelections',
        (selection, { must }) => must(selection, 'RestoreTestingSelectionName'),
      );
      return derive((read) => read.list(found).length);
    });
    return {
      ...rest,
      items: items.map((plan): RestoreTestingPlan => ({
        ...plan,
        selections: selections.of(plan),
      })),
    };
  },
});
