import { equal, intersectsWith, subsetWith } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { setPasswordPolicy } from '../../src/remedies/password-policy.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { passwordPolicy } from '../../src/collectors/iam/password-policy.ts';
import { users } from '../../src/collectors/iam/users.ts';

export default defineCheck({
  id: 'iam-password-policy-reuse-prevention',
  title: ({ remembered }) => `The password policy remembers the last ${remembered} passwords`,
  severity: 'low',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.8': equal },
    'cis-aws-6.0': { '2.8': equal },
    'cis-aws-7.0': { '2.9': equal },
    'aws-security-hub': { 'IAM.16': equal },
    'nist-800-53-r5': servesNist(
      'reuse is one of the rules, and the organization sets it',
      'IA-5(1)',
    ),
    'pci-dss-4.0.1': {
      '8.3.7': subsetWith(
        { remembered: 4 },
        intersectsWith('it asks for 24 passwords where 4 are asked for, and of IAM users alone'),
      ),
    },
  },
  why: 'Where an old password may come back, changing a stolen password ends nothing for long.',
  fix: 'Set a custom password policy under IAM, Account settings, that prevents reuse of the last 24 passwords.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
  remedy: setPasswordPolicy,

  evaluates: passwordPolicy,
  needs: { users },
  params: { remembered: 24, excuseWithoutUsers: false },
  meanings: {
    remembered: 'how many earlier passwords the policy has to refuse',
    excuseWithoutUsers:
      'an account without IAM users is not judged; CIS and Security Hub want the policy all the same',
  },

  evaluate(rules, { read, users: all, params }) {
    if (params.excuseWithoutUsers && !read.some(all, () => true)) {
      return notApplicable('the account has no IAM users');
    }
    const { remembered, isDefault } = read(rules.policy);
    const reason = isDefault
      ? 'the account has no password policy of its own; AWS lets passwords be reused'
      : wordsOf(remembered);
    return remembered >= params.remembered ? pass(reason) : fail(reason);
  },
});

function wordsOf(remembered: number): string {
  if (remembered === 0) return 'the password policy lets passwords be reused';
  return `the password policy remembers the last ${remembered} passwords`;
}
