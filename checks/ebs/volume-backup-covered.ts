import { ageInDays, ago } from '../../src/text/ages.ts';
import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import {
  protectedResources,
  protectedResourcesByArn,
} from '../../src/collectors/backup/protected-resources.ts';
import { volumes } from '../../src/collectors/ec2/volumes.ts';

export default defineCheck({
  id: 'ebs-volume-backup-covered',
  title: 'AWS Backup keeps a recent recovery point of the attached volume',
  severity: 'low',
  responsibility: 'ebs.backup-and-recovery',
  controls: {
    'aws-security-hub': {
      'EC2.28': intersectsWith(
        'it looks for a recent recovery point, however it came about; the control looks for a backup plan',
      ),
    },
  },
  why: 'EBS keeps copies of a volume within one zone; they follow every deletion and every write of ransomware, and only a backup does not.',
  fix: 'Add the volume or its instance to a backup plan of AWS Backup, by tag or by ARN, and see that its jobs succeed.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  remedy: {
    console:
      'AWS Backup, Backup plans, the plan, Assign resources: by a tag that the volume or its instance has.',
    terraform: `resource "aws_backup_selection" "volumes" {
  name         = "volumes"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = aws_iam_role.backup.arn
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}`,
  },

  evaluates: volumes,
  needs: { protectedResources },
  params: { maxAgeDays: 7 },
  meanings: { maxAgeDays: 'how old the latest recovery point may be, in days' },

  evaluate(volume, { read, params, now, protectedResources: backups }) {
    const hosts = read(volume.attachedTo);
    if (hosts.length === 0) return notApplicable('nothing is attached to the volume');
    const covering = protectedResourcesByArn(backups, volume.arn, ...hosts);
    const isRecent = read.some(
      covering,
      ({ lastBackup }) => lastBackup !== null && ageInDays(lastBackup, now) <= params.maxAgeDays,
    );
    if (isRecent) return pass('AWS Backup backed it up within the allowed age');
    const latest = covering.items
      .flatMap(({ lastBackup }) => lastBackup ?? [])
      .toSorted((a, b) => b.getTime() - a.getTime())[0];
    if (!latest) return fail('AWS Backup has no recovery point of the volume or its instance');
    return fail(`the last backup is too old: ${ago(latest, now)}`);
  },
});
