import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { byReport, reportedUsers } from '../../src/collectors/iam/reported-users.ts';

export default defineCheck({
  id: 'iam-user-no-key-at-creation',
  title: 'No unused access key was created together with a console user',
  severity: 'low',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.10': equal },
    'cis-aws-6.0': { '2.10': equal },
    'nist-800-53-r5': servesNist(
      'a key that nobody uses is access that nobody needs',
      'AC-2(1)',
      'AC-6',
    ),
  },
  why: 'A key that was made with the user and never used was made by habit: it is a secret that serves nobody.',
  fix: 'Delete the unused access key; let the user ask for one when there is a use for it.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  remedy: {
    console:
      'IAM, Users, the user, Security credentials, Access keys, Actions, Deactivate; then Delete.',
    cli: `aws iam update-access-key --user-name USER --access-key-id KEY --status Inactive
# watch for days that nothing fails: a deleted key does not come back
aws iam delete-access-key --user-name USER --access-key-id KEY`,
  },

  evaluates: reportedUsers,
  params: { minutes: 5 },
  meanings: { minutes: 'how soon after the user a key counts as made with it' },

  evaluate(user, { read, params: { minutes } }) {
    if (!read(user.passwordEnabled)) return notApplicable('the user has no console password');
    // Both places are looked at: the report does not order keys by age.
    const unused = read(user.keys).filter(({ active, usedAt }) => active && usedAt === null);
    const atCreation = unused.filter(({ changedAt }) => {
      const apart = Math.abs(changedAt.getTime() - read(user.createdAt).getTime());
      return apart <= minutes * 60_000;
    });
    if (atCreation.length > 0) {
      const slots = atCreation.map(({ slot }) => slot).join(' and ');
      return fail(`access key ${slots} was created with the user and never used ${byReport(user)}`);
    }
    read(user.rest);
    return pass('no active access key that was never used is as old as the user');
  },
});
