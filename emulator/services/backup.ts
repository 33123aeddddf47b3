import * as sdk from '@aws-sdk/client-backup';
import { z } from 'zod';
import { backup as service } from '../../src/collectors/backup/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';
import ec2 from './ec2/service.ts';

/** Moto keeps plans and vaults, and neither selections, recovery points nor restores. Times are ISO 8601. */
const plan = z.strictObject({ name: z.string(), selections: z.array(z.string()) });
const state = z.strictObject({
  protectedResources: z
    .array(z.strictObject({ arn: z.string(), type: z.string(), lastBackup: z.string() }))
    .default([]),
  plans: z.array(plan).default([]),
  restoreTestingPlans: z.array(plan.extend({ lastRun: z.string().optional() })).default([]),
  restores: z.array(z.strictObject({ id: z.string(), endedAt: z.string() })).default([]),
  vaults: z
    .array(
      z.strictObject({
        name: z.string(),
        isLocked: z.boolean(),
        points: z.array(z.strictObject({ source: z.string(), isEncrypted: z.boolean() })),
      }),
    )
    .default([]),
});

/**
 * One volume of the home Region has a backup, of yesterday. The second Region has an old one in plain text, of a table of
 * long ago; nobody ever restored it.
 */
async function plant(site: Site): Promise<void> {
  const { volumeId } = await ec2.planted(site);
  const volume = `arn:aws:ec2:${HOME}:${ACCOUNT_ID}:volume/${volumeId}`;
  const share = `arn:aws:fsx:${SECOND}:${ACCOUNT_ID}:file-system/fs-0a1b2c3d4e5f60718`;
  const ago = (days: number) => site.daysBefore(days).toISOString();
  await site.set(
    'state',
    backup.state({
      [HOME]: {
        protectedResources: [{ arn: volume, type: 'EBS', lastBackup: ago(1) }],
        plans: [
          { name: 'northwind-daily', selections: ['tagged'] },
          { name: 'northwind-drafts', selections: [] },
        ],
        restoreTestingPlans: [{ name: 'monthly', selections: ['volumes'], lastRun: ago(21) }],
        restores: [{ id: '0a1b2c3d-restore', endedAt: ago(21) }],
        vaults: [
          {
            name: 'northwind-locked',
            isLocked: true,
            points: [{ source: volume, isEncrypted: true }],
          },
        ],
      },
      [SECOND]: {
        protectedResources: [{ arn: share, type: 'FSx', lastBackup: ago(12) }],
        vaults: [
          {
            name: 'Default',
            isLocked: false,
            points: [{ source: share, isEncrypted: false }],
          },
        ],
      },
    }),
  );
  site.expect('backup-plan-exists', HOME, 'pass');
  site.expect('backup-plan-exists', US, 'fail');
  site.expect('backup-resources-recently-protected', volume, 'pass');
  site.expect('backup-resources-recently-protected', share, 'fail');
  site.expect('backup-restore-tested', HOME, 'pass');
  site.expect('backup-restore-tested', SECOND, 'fail');
  const locked = `arn:aws:backup:${HOME}:${ACCOUNT_ID}:backup-vault:northwind-locked`;
  const open = `arn:aws:backup:${SECOND}:${ACCOUNT_ID}:backup-vault:Default`;
  site.expect('backup-vault-locked', locked, 'pass');
  site.expect('backup-vault-locked', open, 'fail');
  site.expect('backup-recovery-point-encrypted', locked, 'pass');
  site.expect('backup-recovery-point-encrypted', open, 'fail');
}

const backup = emulate({
  service,
  sdk,
  Client: sdk.BackupClient,
  state,
  answers: {
    ListProtectedResources: (request, { protectedResources }) =>
      success(request, {
        Results: protectedResources.map(({ arn, type, lastBackup }) => ({
          ResourceArn: arn,
          ResourceType: type,
          LastBackupTime: seconds(lastBackup),
        })),
      }),
    ListBackupPlans: (request, { plans }) =>
      success(request, {
        BackupPlansList: plans.map(({ name }) => ({
          BackupPlanArn: `arn:aws:backup:${request.region}:${ACCOUNT_ID}:backup-plan:${name}`,
          BackupPlanId: name,
          BackupPlanName: name,
        })),
      }),
    ListBackupSelections: (request, { plans }) =>
      success(request, {
        BackupSelectionsList: selectionsIn(plans, request.url).map((name) => ({
          SelectionId: name,
          SelectionName: name,
        })),
      }),
    ListRestoreTestingPlans: (request, { restoreTestingPlans }) =>
      success(request, {
        RestoreTestingPlans: restoreTestingPlans.map(({ name, lastRun }) => ({
          RestoreTestingPlanArn: `arn:aws:backup:${request.region}:${ACCOUNT_ID}:restore-testing-plan:${name}`,
          RestoreTestingPlanName: name,
          ScheduleExpression: 'cron(0 5 1 * ? *)',
          ...(lastRun === undefined ? {} : { LastExecutionTime: seconds(lastRun) }),
        })),
      }),
    ListRestoreTestingSelections: (request, { restoreTestingPlans }) =>
      success(request, {
        RestoreTestingSelections: selectionsIn(restoreTestingPlans, request.url).map((name) => ({
          RestoreTestingSelectionName: name,
        })),
      }),
    ListRestoreJobs: (request, { restores }) =>
      success(request, {
        RestoreJobs: restores.map(({ id, endedAt }) => ({
          RestoreJobId: id,
          Status: 'COMPLETED',
          CompletionDate: seconds(endedAt),
        })),
      }),
    ListBackupVaults: (request, { vaults }) =>
      success(request, {
        BackupVaultList: vaults.map(({ name, isLocked, points }) => ({
          BackupVaultArn: `arn:aws:backup:${request.region}:${ACCOUNT_ID}:backup-vault:${name}`,
          BackupVaultName: name,
          VaultType: 'BACKUP_VAULT',
          Locked: isLocked,
          NumberOfRecoveryPoints: points.length,
        })),
      }),
    ListRecoveryPointsByBackupVault: (request, { vaults }) => {
      const points = vaults.find(({ name }) => isIn(request.url, name))?.points ?? [];
      return success(request, {
        RecoveryPoints: points.map(({ source, isEncrypted }, at) => ({
          RecoveryPointArn: `arn:aws:backup:${request.region}:${ACCOUNT_ID}:recovery-point:${at}`,
          ResourceArn: source,
          Status: 'COMPLETED',
          IsEncrypted: isEncrypted,
        })),
      });
    },
  },
  plant,
});
export default backup;

function selectionsIn(plans: readonly z.output<typeof plan>[], url: URL): readonly string[] {
  return plans.find(({ name }) => isIn(url, name))?.selections ?? [];
}

/** Whether a part of the path is the name. */
function isIn(url: URL, name: string): boolean {
  return url.pathname.split('/').includes(name);
}

/** As JSON of AWS has times. */
function seconds(time: string): number {
  return Date.parse(time) / 1000;
}
