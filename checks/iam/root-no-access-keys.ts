import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { accountSummary } from '../../src/collectors/iam/account-summary.ts';
import { rootUser } from '../../src/collectors/iam/root-user.ts';
import { byReportOf } from '../../src/reasoning/root-credentials.ts';
import { failWhen } from '../../src/judge/fail-when.ts';

export default defineCheck({
  id: 'iam-root-no-access-keys',
  title: 'The root user has no access key',
  severity: 'critical',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.3': equal },
    'cis-aws-6.0': { '2.3': equal },
    'cis-aws-7.0': { '2.4': equal },
    'aws-fsbp': { 'IAM.4': equal },
  },
  why: 'Whoever holds an access key of root holds the whole account, without MFA and without a policy that could limit it.',
  fix: 'Sign in as root and delete its access keys under Security credentials; give what used them a role.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html',
  remedy: {
    console:
      'Sign in as the root user; the account name at the top right, Security credentials, Access keys, Actions, Deactivate; then Delete.',
  },

  evaluates: rootUser,
  needs: { summary: accountSummary },

  evaluate: (root, { read, summary }) =>
    failWhen(
      {
        'root has an access key, active or not': () => read(summary.rootKeys),
        [`root has an active access key ${byReportOf(read, root)}`]: () =>
          read(root.keys).some(({ active }) => active),
      },
      'root has no access key',
    ),
});
