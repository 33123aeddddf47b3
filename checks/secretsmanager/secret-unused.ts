import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { secrets } from '../../src/collectors/secrets-manager/secrets.ts';
import { ageInDays, ago, dayAgo } from '../../src/text/ages.ts';

export default defineCheck({
  id: 'secretsmanager-secret-unused',
  title: ({ maxIdleDays }) => `Somebody read the secret in the last ${maxIdleDays} days`,
  severity: 'medium',
  responsibility: 'secrets-manager.application-code',
  controls: {
    'aws-fsbp': {
      'SecretsManager.3': subsetOf('copies, which stand by for their secret, are left out'),
    },
  },
  why: 'A secret that nobody needs any more still opens what it was made for, and nobody would miss it if it leaked.',
  fix: 'Find out whether the secret is still good for anything; end the access that it gives, then delete it. It can be restored for as many days as its recovery window has.',
  link: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html',
  remedy: {
    console:
      'Secrets Manager, the secret, Actions, Delete secret, with a recovery window of 30 days.',
    cli: `# from now on it cannot be read; restore-secret takes that back within the 30 days
aws secretsmanager delete-secret --secret-id SECRET --recovery-window-in-days 30`,
    terraform: `resource "aws_secretsmanager_secret" "this" { # take it out of the configuration
  recovery_window_in_days = 30
}`,
  },

  evaluates: secrets,
  params: { maxIdleDays: 90 },
  meanings: { maxIdleDays: 'how long ago the secret may have been read last, in days' },

  evaluate(secret, { read, params, now }) {
    const primary = read(secret.replicaOf);
    if (primary !== null) return notApplicable(`it stands by for the secret in ${primary}`);
    const last = read(secret.lastRead);
    // The day alone is told: what was read on the last day that counts is in time.
    if (last) {
      const words = `it was last read in this Region ${dayAgo(last, now)}`;
      return ageInDays(last, now) < params.maxIdleDays + 1 ? pass(words) : fail(words);
    }
    const created = read(secret.created);
    const words = `nobody read it in this Region since it was created ${ago(created, now)}`;
    return ageInDays(created, now) <= params.maxIdleDays ? pass(words) : fail(words);
  },
});
