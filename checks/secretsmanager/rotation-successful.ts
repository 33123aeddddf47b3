import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { rotatedElsewhere, secrets } from '../../src/collectors/secrets-manager/secrets.ts';
import { rotationRemedy } from '../../src/remedies/secret-rotation.ts';
import { ageInDays } from '../../src/text/ages.ts';

/** A rotation may begin any time of its last day. */
const graceDays = 1;

export default defineCheck({
  id: 'secretsmanager-rotation-successful',
  title: 'The secret rotates when its schedule says so',
  severity: 'medium',
  responsibility: 'secrets-manager.data-and-data-location',
  controls: {
    'aws-fsbp': {
      'SecretsManager.2': intersectsWith(
        'it reckons the schedule itself, and leaves out copies and secrets that a service keeps',
      ),
    },
  },
  why: 'A rotation that fails leaves the old secret in use, and those who rely on the schedule do not know.',
  fix: 'Read the log of the rotation function, mend its permissions, its network or the secret, and rotate again.',
  link: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html',
  remedy: rotationRemedy,

  evaluates: secrets,

  evaluate(secret, { read, now }) {
    const elsewhere = rotatedElsewhere(secret, read);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    const rotation = read(secret.rotation);
    if (rotation === null) return notApplicable('the secret does not rotate by itself');
    return failWhen(
      {
        'its next rotation was due before now: the last one failed, or is late': () =>
          read(rotation.dueBy).getTime() < now.getTime(),
        'its last rotation is longer ago than its schedule allows': () => {
          const last = read(secret.lastRotated);
          // What has rotation since lately waits for its first time, which its due date tells.
          if (last === null) return false;
          return ageInDays(last, now) > read(rotation.everyDays) + graceDays;
        },
      },
      'its rotations are on time',
    );
  },
});
