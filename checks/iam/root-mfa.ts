import { subsetOf, supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { accountSummary } from '../../src/collectors/iam/account-summary.ts';
import { rootUser } from '../../src/collectors/iam/root-user.ts';
import { rootCredentials } from '../../src/reasoning/root-credentials.ts';
import { minuteOf } from '../../src/text/ages.ts';

const cis = supersetOf('a root user with an access key and no password has to have MFA too');

export default defineCheck({
  id: 'iam-root-mfa',
  title: 'The root user signs in with MFA, or has no credentials at all',
  severity: 'critical',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.4': cis },
    'cis-aws-6.0': { '2.4': cis },
    'cis-aws-7.0': { '2.5': cis },
    'aws-security-hub': { 'IAM.9': subsetOf('a root user without password and access key passes') },
  },
  why: 'Root can do everything in the account and no policy of the account limits it, so a stolen password alone must not be enough to become root.',
  fix: 'Sign in as root and assign an MFA device under Security credentials; in a member account of an organisation, have the management account delete the credentials of root instead.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
  remedy: {
    console:
      'Sign in as the root user; the account name at the top right, Security credentials, Assign MFA device.',
  },

  evaluates: rootUser,
  needs: { summary: accountSummary },

  evaluate(root, { read, summary }) {
    if (read(summary.rootMfa)) return pass('root has an MFA device');
    const credentials = rootCredentials(read, root, summary);
    if (credentials.length > 0) return fail('root has no MFA device', ...credentials);
    return pass(
      `root has no credentials that need MFA: neither password nor access key (credential report of ${minuteOf(read(root.reportedAt))})`,
    );
  },
});
