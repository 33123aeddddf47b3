import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { byReport, reportedUsers } from '../../src/collectors/iam/reported-users.ts';
import { any } from '../../src/observe/logic.ts';

export default defineCheck({
  id: 'iam-user-mfa-any-credential',
  title: 'Every IAM user with a password or an active access key has MFA',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'aws-security-hub': {
      'IAM.19': subsetOf('a user without password and active access key is not judged'),
    },
  },
  why: 'An access key is as good as a password to whoever finds it; policies can ask for MFA only of users who have a device.',
  fix: 'Assign an MFA device to the user and ask for it in the policies of the user, or replace the user by a role.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
  remedy: {
    console: 'IAM, Users, the user, Security credentials, Assign MFA device.',
  },

  evaluates: reportedUsers,

  evaluate(user, { read }) {
    const hasCredential = any(
      () => read(user.passwordEnabled),
      () => read(user.keys).some((key) => key.active),
      // Keys beyond the two that the report has room for count too, and cannot be told.
      () => read(user.rest).length > 0,
    );
    if (!hasCredential) return notApplicable('the user has no password and no active access key');
    if (read(user.mfaActive)) return pass(`the user has an MFA device ${byReport(user)}`);
    return fail(`the user has credentials and no MFA device ${byReport(user)}`);
  },
});
