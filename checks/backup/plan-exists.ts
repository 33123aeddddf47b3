import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { accountInEachRegion } from '../../src/collectors/account/account.ts';
import { dataStores, holdsData } from '../../src/collectors/backup/data-stores.ts';
import { backupPlans } from '../../src/collectors/backup/plans.ts';
import { accountBuckets } from '../../src/collectors/s3/buckets.ts';
import { listOf } from '../../src/text/list-of.ts';

export default defineCheck({
  id: 'backup-plan-exists',
  title: 'A backup plan with resources assigned is there in each Region that holds data',
  severity: 'medium',
  responsibility: 'backup.backup-and-recovery',
  controls: {
    'nist-800-53-r5': servesNist('a plan is one part of backing up', 'CP-9', 'CP-6'),
  },
  why: 'What somebody backs up by hand is missing on the day that he forgot it; a plan does it by itself, and ends old backups in time.',
  fix: 'Create a backup plan and assign resources to it by a tag that all that holds data bears.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html',
  remedy: {
    console: 'AWS Backup, Backup plans, Create backup plan, then Assign resources.',
    cli: `aws backup create-backup-plan --backup-plan '{"BackupPlanName":"daily","Rules":[{"RuleName":"daily",
  "TargetBackupVaultName":"VAULT","ScheduleExpression":"cron(0 3 * * ? *)","Lifecycle":{"DeleteAfterDays":35}}]}'
aws backup create-backup-selection --backup-plan-id PLAN_ID --backup-selection '{"SelectionName":"tagged",
  "IamRoleArn":"ROLE","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"backup","ConditionValue":"daily"}]}'`,
    terraform: `resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.this.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 35
    }
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = aws_iam_role.backup.arn
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}`,
  },

  evaluates: accountInEachRegion,
  needs: { backupPlans, dataStores, accountBuckets },

  evaluate({ region }, { read, backupPlans: plans, dataStores: stores, accountBuckets: buckets }) {
    if (!holdsData(read, region, stores, buckets)) {
      return notApplicable('no volume, database, table, file system or bucket is in the Region');
    }
    const active = read.matching(plans, ({ selections }) => read(selections) > 0);
    if (active.length > 0) {
      return pass(`plans with resources assigned: ${listOf(active.map(({ name }) => name))}`);
    }
    return fail(
      plans.items.length === 0
        ? 'the Region holds data and has no backup plan'
        : 'the Region holds data, and no backup plan has resources assigned',
    );
  },
});
