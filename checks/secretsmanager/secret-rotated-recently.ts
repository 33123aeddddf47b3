import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { rotatedElsewhere, secrets } from '../../src/collectors/secrets-manager/secrets.ts';
import { rotationRemedy } from '../../src/remedies/secret-rotation.ts';
import { ageInDays, ago } from '../../src/text/ages.ts';

export default defineCheck({
  id: 'secretsmanager-secret-rotated-recently',
  title: ({ maxAgeDays }) => `The secret was rotated in the last ${maxAgeDays} days`,
  severity: 'medium',
  responsibility: 'secrets-manager.data-and-data-location',
  controls: {
    'aws-fsbp': {
      'SecretsManager.4': subsetOf('copies, and secrets that a service keeps, are left out'),
    },
  },
  why: 'The longer a secret stays the same, the more people, logs and backups have seen it.',
  fix: 'Rotate the secret, and turn on rotation with a schedule within the allowed age.',
  link: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html',
  remedy: rotationRemedy,

  evaluates: secrets,
  params: { maxAgeDays: 90 },
  meanings: { maxAgeDays: 'how long ago the last rotation may be, in days' },

  evaluate(secret, { read, params, now }) {
    const elsewhere = rotatedElsewhere(secret, read);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    const last = read(secret.lastRotated);
    const since = last ?? read(secret.created);
    const words = last
      ? `it was rotated ${ago(last, now)}`
      : `it was never rotated since it was created ${ago(since, now)}`;
    return ageInDays(since, now) <= params.maxAgeDays ? pass(words) : fail(words);
  },
});
