import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { any } from '../../src/observe/logic.ts';
import { accountInEachRegion } from '../../src/collectors/account/account.ts';
import { restoreTestingPlans } from '../../src/collectors/backup/plans.ts';
import { protectedResources } from '../../src/collectors/backup/protected-resources.ts';
import { completedRestores } from '../../src/collectors/backup/restores.ts';
import { ageInDays } from '../../src/text/ages.ts';

export default defineCheck({
  id: 'backup-restore-tested',
  title: ({ maxAgeDays }) =>
    `A restore from AWS Backup was tested in the Region in the last ${maxAgeDays} days`,
  severity: 'medium',
  responsibility: 'backup.backup-and-recovery',
  controls: {
    'nist-800-53-r5': servesNist(
      'a restore that worked is one part of such a test',
      'CP-4',
      'CP-9(1)',
      'CP-10',
    ),
  },
  why: 'A backup that nobody ever restored may lack a key, a role or the half of the data, and that shows on the worst day.',
  fix: 'Create a restore testing plan with the resources that matter, or restore by hand; record tests outside AWS Backup as an attestation.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
  remedy: {
    console:
      'AWS Backup, Restore testing, Create restore testing plan, then Assign resources. What it restores costs until it is deleted again.',
    cli: `aws backup create-restore-testing-plan --restore-testing-plan '{"RestoreTestingPlanName":"monthly",
  "ScheduleExpression":"cron(0 5 1 * ? *)","RecoveryPointSelection":{"Algorithm":"LATEST_WITHIN_WINDOW",
  "IncludeVaults":["*"],"RecoveryPointTypes":["SNAPSHOT"],"SelectionWindowDays":30}}'
aws backup create-restore-testing-selection --restore-testing-plan-name monthly --restore-testing-selection \\
  '{"RestoreTestingSelectionName":"volumes","ProtectedResourceType":"EBS","ProtectedResourceArns":["*"],"IamRoleArn":"ROLE"}'`,
    terraform: `resource "aws_backup_restore_testing_plan" "monthly" {
  name                = "monthly"
  schedule_expression = "cron(0 5 1 * ? *)"
  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}

resource "aws_backup_restore_testing_selection" "volumes" {
  name                      = "volumes"
  restore_testing_plan_name = aws_backup_restore_testing_plan.monthly.name
  protected_resource_type   = "EBS"
  protected_resource_arns   = ["*"]
  iam_role_arn              = aws_iam_role.restore.arn
}`,
  },

  evaluates: accountInEachRegion,
  needs: { completedRestores, restoreTestingPlans, protectedResources },
  params: { maxAgeDays: 90 },
  meanings: { maxAgeDays: 'how long ago the last restore or test of restores may be, in days' },

  evaluate(_account, { read, params, now, ...given }) {
    const isRecent = (moment: Date) => ageInDays(moment, now) <= params.maxAgeDays;
    const restored = () =>
      read.some(given.completedRestores, ({ endedAt }) => isRecent(read(endedAt)));
    const planRan = () =>
      read.some(given.restoreTestingPlans, ({ lastRun, selections }) => {
        const ran = read(lastRun);
        return ran !== null && isRecent(ran) && read(selections) > 0;
      });
    if (any(restored, planRan))
      return pass('a restore was completed, or a restore testing plan ran');
    if (!read.some(given.protectedResources, () => true)) {
      return notApplicable('AWS Backup keeps no recovery point in the Region');
    }
    return fail('no restore by AWS Backup was completed, and no restore testing plan ran');
  },
});
