import { ageInDays, ago } from '../../src/text/ages.ts';
import { supersetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { rootUser } from '../../src/collectors/iam/root-user.ts';
import { failFor } from '../../src/judge/fail-when.ts';

const cis = supersetOf(
  'any use within the days fails; the recommendation allows the few tasks that only root can do',
);

export default defineCheck({
  id: 'iam-root-not-used-recently',
  title: 'The root user has not been used for daily work',
  severity: 'high',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.6': cis },
    'cis-aws-6.0': { '2.6': cis },
    'cis-aws-7.0': { '2.7': cis },
    'nist-800-53-r5': servesNist(
      'the use of one privileged account',
      'AC-2(1)',
      'AC-6',
      'AC-6(2)',
      'AC-6(10)',
    ),
  },
  why: 'What is done as root cannot be limited by policies nor be traced to a person.',
  fix: 'Find the use of root in CloudTrail, and do that work with a role of Identity Center or IAM; keep root for the few tasks that need it.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',

  evaluates: rootUser,
  params: { windowDays: 90 },
  meanings: { windowDays: 'for how many days root must not have been used' },

  evaluate(root, { read, params: { windowDays }, now }) {
    const recent = (what: string, usedAt: Date | null) =>
      usedAt !== null && ageInDays(usedAt, now) <= windowDays
        ? [`${what} of root was used ${ago(usedAt, now)}`]
        : [];
    return failFor(
      [
        () => recent('the password', read(root.passwordUsedAt)),
        () => read(root.keys).flatMap(({ slot, usedAt }) => recent(`access key ${slot}`, usedAt)),
      ],
      `root was not used in the last ${windowDays} days`,
    );
  },
});
