import {
  BackupClient,
  type BackupVaultListMember,
  ListBackupPlansCommand,
  ListBackupSelectionsCommand,
  ListBackupVaultsCommand,
  ListRecoveryPointsByBackupVaultCommand,
  ListRestoreJobsCommand,
  ListRestoreTestingPlansCommand,
  ListRestoreTestingSelectionsCommand,
  type RecoveryPointByBackupVault,
} from '@aws-sdk/client-backup';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupPlans, restoreTestingPlans } from '../../../src/collectors/backup/plans.ts';
import { completedRestores } from '../../../src/collectors/backup/restores.ts';
import { backupVaults, plainRecoveryPoints } from '../../../src/collectors/backup/vaults.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(BackupClient);

beforeEach(() => {
  client.reset();
});

describe('backup plans', () => {
  const plan = (name: string) => ({
    BackupPlanArn: `arn:aws:backup:eu-west-1:111122223333:backup-plan:${name}`,
    BackupPlanId: name,
    BackupPlanName: name,
  });

  it('have as many selections as assign resources, and none once they are deleted', async () => {
    client
      .on(ListBackupPlansCommand)
      .resolves(answer({ BackupPlansList: [plan('daily'), plan('gone'), plan('hidden')] }))
      .on(ListBackupSelectionsCommand, { BackupPlanId: 'daily' })
      .resolves(answer({ BackupSelectionsList: [{ SelectionId: 'a' }, { SelectionId: 'b' }] }))
      .on(ListBackupSelectionsCommand, { BackupPlanId: 'gone' })
      .rejects(fault('ResourceNotFoundException'))
      .on(ListBackupSelectionsCommand, { BackupPlanId: 'hidden' })
      .rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(backupPlans);
    expect(value.items.map(({ selections }) => Observed.open(selections))).toMatchObject([
      { value: 2 },
      { value: 0 },
      { causes: [{ reason: 'denied' }] },
    ]);
  });
});

describe('restore testing plans', () => {
  it('that never ran say so', async () => {
    const named = {
      RestoreTestingPlanArn: 'arn:aws:backup:eu-west-1:111122223333:restore-testing-plan:monthly',
      RestoreTestingPlanName: 'monthly',
      ScheduleExpression: 'cron(0 5 1 * ? *)',
      CreationTime: new Date('2026-01-01T00:00:00Z'),
    };
    client
      .on(ListRestoreTestingPlansCommand)
      .resolves(answer({ RestoreTestingPlans: [named] }))
      .on(ListRestoreTestingSelectionsCommand, { RestoreTestingPlanName: 'monthly' })
      .resolves(answer({ RestoreTestingSelections: [] }));
    const { value } = await gatherFrom(restoreTestingPlans);
    const [plan] = value.items;
    expect(plan && Observed.open(plan.lastRun)).toMatchObject({ known: true, value: null });
    expect(plan && Observed.open(plan.selections)).toMatchObject({ value: 0 });
  });
});

describe('completed restores', () => {
  it.each([
    { Status: 'COMPLETED' as const, known: true },
    { Status: 'FAILED' as const, known: false },
  ])('end when AWS says so, and not where the status is $Status', async ({ Status, known }) => {
    const CompletionDate = new Date('2026-11-01T00:00:00Z');
    client
      .on(ListRestoreJobsCommand, { ByStatus: 'COMPLETED' })
      .resolves(answer({ RestoreJobs: [{ RestoreJobId: 'r1', Status, CompletionDate }] }));
    const { value } = await gatherFrom(completedRestores);
    expect(value.items.map(({ endedAt }) => Observed.open(endedAt).known)).toEqual([known]);
  });
});

const vault: BackupVaultListMember = {
  BackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:Default',
  BackupVaultName: 'Default',
  VaultType: 'BACKUP_VAULT',
  Locked: true,
  NumberOfRecoveryPoints: 2,
};

describe('backup vaults', () => {
  it('with a lock without a date are in governance mode', async () => {
    client.on(ListBackupVaultsCommand).resolves(answer({ BackupVaultList: [vault] }));
    const { value } = await gatherFrom(backupVaults);
    const [found] = value.items;
    expect(found && Observed.open(found.isLocked)).toMatchObject({ value: true });
    expect(found && Observed.open(found.lockDate)).toMatchObject({ known: true, value: null });
  });

  it('of a lock that is not told are not taken for unlocked', async () => {
    const { Locked: _locked, ...untold } = vault;
    client.on(ListBackupVaultsCommand).resolves(answer({ BackupVaultList: [untold] }));
    const { value } = await gatherFrom(backupVaults);
    expect(value.items.map(({ isLocked }) => Observed.open(isLocked).known)).toEqual([false]);
  });
});

describe('recovery points in plain text', () => {
  const point = (ResourceArn: string, members: Partial<RecoveryPointByBackupVault>) => ({
    ResourceArn,
    Status: 'COMPLETED' as const,
    ...members,
  });

  async function sources() {
    client.on(ListBackupVaultsCommand).resolves(answer({ BackupVaultList: [vault] }));
    const { value, gathered } = await gatherFrom(plainRecoveryPoints);
    const [found] = gathered.get(backupVaults, 'eu-west-1').items;
    return found && Observed.open(value.of(found));
  }

  it('are those of every page that are not on their way out', async () => {
    const RecoveryPoints = [
      point('a', { IsEncrypted: true }),
      point('b', { IsEncrypted: false, Status: 'DELETING' }),
    ];
    client
      .on(ListRecoveryPointsByBackupVaultCommand)
      .resolvesOnce(answer({ RecoveryPoints, NextToken: 'more' }))
      .resolvesOnce(answer({ RecoveryPoints: [point('c', { IsEncrypted: false })] }));
    expect(await sources()).toMatchObject({ value: ['c'] });
  });

  it('that were found decide, whatever the next page holds', async () => {
    const RecoveryPoints = [point('c', { IsEncrypted: false })];
    client
      .on(ListRecoveryPointsByBackupVaultCommand)
      .resolvesOnce(answer({ RecoveryPoints, NextToken: 'more' }))
      .rejects(fault('AccessDeniedException'));
    expect(await sources()).toMatchObject({ value: ['c'] });
  });

  it('are unknown where encryption is not told', async () => {
    client
      .on(ListRecoveryPointsByBackupVaultCommand)
      .resolves(answer({ RecoveryPoints: [point('a', {})] }));
    expect(await sources()).toMatchObject({ causes: [{ reason: 'failed' }] });
  });

  it('are gone with their vault', async () => {
    client.on(ListRecoveryPointsByBackupVaultCommand).rejects(fault('ResourceNotFoundException'));
    expect(await sources()).toMatchObject({ causes: [{ reason: 'gone' }] });
  });
});
