import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { any } from '../../src/observe/logic.ts';
import { dataStores } from '../../src/collectors/backup/data-stores.ts';
import { protectedResources } from '../../src/collectors/backup/protected-resources.ts';
import { ageInDays, ago } from '../../src/text/ages.ts';

export default defineCheck({
  id: 'backup-resources-recently-protected',
  title: ({ maxAgeHours }) =>
    `What AWS Backup protects has a recovery point of the last ${maxAgeHours} hours`,
  severity: 'medium',
  responsibility: 'backup.backup-and-recovery',
  controls: {
    'nist-800-53-r5': servesNist('a recent backup is one part of backing up', 'CP-9', 'CP-9(1)'),
  },
  why: 'All that was written since the last recovery point is lost with the resource; a plan whose jobs fail makes no new ones.',
  fix: 'See why the last jobs of the resource failed or why no plan selects it any more. Where a day is not your objective, set maxAgeHours.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/view-protected-resources.html',
  remedy: {
    console:
      'AWS Backup, Jobs, Backup jobs, those that failed; then Protected resources, Create on-demand backup.',
    cli: `aws backup list-backup-jobs --by-resource-arn ARN --query 'BackupJobs[].[State,StatusMessage]'
aws backup start-backup-job --resource-arn ARN --backup-vault-name VAULT --iam-role-arn ROLE`,
  },

  evaluates: protectedResources,
  needs: { dataStores },
  params: { maxAgeHours: 25 },
  meanings: { maxAgeHours: 'how old the latest recovery point may be, in hours' },

  evaluate({ arn, kind, lastBackup }, { read, params, now, dataStores: stores }) {
    const isRecent = lastBackup !== null && ageInDays(lastBackup, now) * 24 <= params.maxAgeHours;
    if (isRecent) return pass(`its latest recovery point was made ${ago(lastBackup, now)}`);
    // AWS Backup goes on to list what was deleted for as long as it keeps recovery points of it.
    const lists = stores.get(read(kind));
    const isThere =
      lists === undefined ||
      any(...lists.map((list) => () => read.some(list, (each) => each.arn === arn)));
    if (!isThere) return notApplicable('the resource is no more; its recovery points are kept');
    return fail(
      lastBackup
        ? `its latest recovery point was made ${ago(lastBackup, now)}`
        : 'no backup of it has ended yet',
    );
  },
});
