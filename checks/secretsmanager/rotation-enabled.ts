import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { rotatedElsewhere, secrets } from '../../src/collectors/secrets-manager/secrets.ts';
import { rotationRemedy } from '../../src/remedies/secret-rotation.ts';

export default defineCheck({
  id: 'secretsmanager-rotation-enabled',
  title: 'The secret rotates by itself',
  severity: 'medium',
  responsibility: 'secrets-manager.data-and-data-location',
  controls: {
    'aws-fsbp': {
      'SecretsManager.1': subsetOf('copies, and secrets that a service keeps, are left out'),
    },
  },
  why: 'A secret that never changes stays good for whoever once saw it: in a log, on a laptop, or before he left.',
  fix: 'Turn on rotation with a schedule: managed rotation where the service offers it, else with a function that changes the secret in both places.',
  link: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
  remedy: rotationRemedy,

  evaluates: secrets,

  evaluate(secret, { read }) {
    const elsewhere = rotatedElsewhere(secret, read);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    return read(secret.rotation)
      ? pass('rotation is on')
      : fail('the secret does not rotate by itself');
  },
});
