import { ageInDays, ago } from '../../src/text/ages.ts';
import { equal, equalWith, supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { reportedUsers } from '../../src/collectors/iam/reported-users.ts';
import { failFor } from '../../src/judge/fail-when.ts';

export default defineCheck({
  id: 'iam-user-credentials-used-recently',
  title: ({ maxIdleDays }) =>
    `Passwords and access keys that were not used for ${maxIdleDays} days are disabled`,
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.11': equal },
    'cis-aws-6.0': { '2.11': equal },
    'cis-aws-7.0': { '2.11': equal },
    'aws-fsbp': {
      'IAM.8': equalWith({ maxIdleDays: 90 }, supersetOf('the control allows 90 idle days')),
    },
    'aws-security-hub': { 'IAM.22': equal },
  },
  why: 'Nobody notices when a credential that nobody uses is stolen and put to use.',
  fix: 'Delete the console password, deactivate the access key, and delete both once nothing misses them; raise maxIdleDays if your rule is 90 days.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html',
  remedy: {
    console:
      'IAM, Users, the user, Security credentials: disable console access, deactivate the access key.',
    cli: `aws iam delete-login-profile --user-name USER
aws iam update-access-key --user-name USER --access-key-id KEY --status Inactive`,
  },

  evaluates: reportedUsers,
  params: { maxIdleDays: 45 },
  meanings: { maxIdleDays: 'for how many days a password or key may go unused' },

  evaluate(user, { read, params: { maxIdleDays }, now }) {
    const idle = (what: string, usedAt: Date | null, since: Date) => {
      if (ageInDays(usedAt ?? since, now) <= maxIdleDays) return [];
      if (usedAt) return [`${what} was last used ${ago(usedAt, now)}`];
      return [`${what} was never used since it was set or changed ${ago(since, now)}`];
    };
    return failFor(
      [
        () => {
          const password = read(user.password);
          return password ? idle('the password', password.usedAt, password.setAt) : [];
        },
        () =>
          read(user.keys)
            .filter(({ active }) => active)
            .flatMap((key) => idle(`access key ${key.slot}`, key.usedAt, key.changedAt)),
        () => read(user.rest),
      ],
      `no password or active access key of the user was idle for more than ${maxIdleDays} days`,
    );
  },
});
