/** Plans by which AWS Backup backs up, and plans by which it tests that backups can be restored. */
import { defineCollector } from '../../collect/collector.ts';
import { hasAny, listWhere } from '../../collect/list-where.ts';
import { perResource } from '../../collect/per-resource.ts';
import { derive, type Listing, type Observed, type Read } from '../../observe/observed.ts';
import {
  ListBackupPlans,
  ListBackupSelections,
  ListRestoreTestingPlans,
  ListRestoreTestingSelections,
} from './operations.ts';
import { accountBuckets } from '../s3/buckets.ts';
import { dataStores, holdsData } from './data-stores.ts';
import { protectedResources } from './protected-resources.ts';

/** The largest page of these operations. */
const perPage = 1000;

export interface BackupPlan {
  readonly arn: string;
  readonly name: string;
  /** How many selections assign resources to it. A plan that was deleted since it was listed has none. */
  readonly selections: Observed<number>;
}

/** Plans of a Region without data would have nothing to back up, and nobody asks for them. */
export const backupPlans = defineCollector({
  id: 'backup.plans',
  service: 'backup',
  scope: 'regional',
  calls: [ListBackupPlans, ListBackupSelections],
  needs: { dataStores, accountBuckets },
  gather: async (aws, given): Promise<Listing<BackupPlan>> => {
    const hasData = (read: Read) =>
      holdsData(read, aws.region, given.dataStores, given.accountBuckets);
    const plans = await listWhere(hasData, () =>
      aws.list(ListBackupPlans, { MaxResults: perPage }, 'BackupPlansList', (plan, { must }) => ({
        arn: must(plan, 'BackupPlanArn'),
        name: must(plan, 'BackupPlanName'),
        id: must(plan, 'BackupPlanId'),
      })),
    );
    return withSelections(plans, ({ id: BackupPlanId }) =>
      aws.list(
        ListBackupSelections,
        { BackupPlanId, MaxResults: perPage },
        'BackupSelectionsList',
        (selection, { must }) => must(selection, 'SelectionId'),
      ),
    );
  },
});

export interface RestoreTestingPlan extends BackupPlan {
  /** Null where it never ran. */
  readonly lastRun: Observed<Date | null>;
}

/** Where AWS Backup protects nothing there is nothing to restore, and nobody asks for them. */
export const restoreTestingPlans = defineCollector({
  id: 'backup.restore-testing-plans',
  service: 'backup',
  scope: 'regional',
  calls: [ListRestoreTestingPlans, ListRestoreTestingSelections],
  needs: { protectedResources },
  gather: async (aws, given): Promise<Listing<RestoreTestingPlan>> => {
    const plans = await listWhere(hasAny(given.protectedResources), () =>
      aws.list(
        ListRestoreTestingPlans,
        { MaxResults: perPage },
        'RestoreTestingPlans',
        (plan, { must, observe }) => ({
          arn: must(plan, 'RestoreTestingPlanArn'),
          name: must(plan, 'RestoreTestingPlanName'),
          // A plan that never ran has none: AWS Backup API reference, "RestoreTestingPlanForList".
          lastRun: observe(() => plan.LastExecutionTime ?? null),
        }),
      ),
    );
    return withSelections(plans, ({ name: RestoreTestingPlanName }) =>
      aws.list(
        ListRestoreTestingSelections,
        { RestoreTestingPlanName, MaxResults: perPage },
        'RestoreTestingSelections',
        (selection, { must }) => must(selection, 'RestoreTestingSelectionName'),
      ),
    );
  },
});

/** The plans, each with how many selections it has. */
async function withSelections<P extends Pick<BackupPlan, 'arn'>>(
  plans: Listing<P>,
  selectionsOf: (plan: P) => Promise<Listing<string>>,
): Promise<Listing<P & Pick<BackupPlan, 'selections'>>> {
  const selections = await perResource(plans.items, async (plan) => {
    const found = await selectionsOf(plan);
    return derive((read) => read.list(found).length);
  });
  const items = plans.items.map((plan) => ({ ...plan, selections: selections.of(plan) }));
  return { ...plans, items };
}
