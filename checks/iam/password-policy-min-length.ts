import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { setPasswordPolicy } from '../../src/remedies/password-policy.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { passwordPolicy } from '../../src/collectors/iam/password-policy.ts';
import { users } from '../../src/collectors/iam/users.ts';

export default defineCheck({
  id: 'iam-password-policy-min-length',
  title: ({ minimumLength }) => `The password policy asks for ${minimumLength} or more characters`,
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.7': equal },
    'cis-aws-6.0': { '2.7': equal },
    'cis-aws-7.0': { '2.8': equal },
    'aws-security-hub': { 'IAM.15': equal },
    'nist-800-53-r5': servesNist(
      'length is one of the rules, and the organization sets it',
      'IA-5(1)',
    ),
  },
  why: 'Length is what makes a password hard to guess, and IAM users choose as short a password as the policy lets them.',
  fix: 'Set a custom password policy with a minimum length of 14 or more under IAM, Account settings.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
  remedy: setPasswordPolicy,

  evaluates: passwordPolicy,
  needs: { users },
  params: { minimumLength: 14, excuseWithoutUsers: false },
  meanings: {
    minimumLength: 'how many characters the policy has to ask for',
    excuseWithoutUsers:
      'an account without IAM users is not judged; CIS and Security Hub want the policy all the same',
  },

  evaluate(rules, { read, users: all, params }) {
    if (params.excuseWithoutUsers && !read.some(all, () => true)) {
      return notApplicable('the account has no IAM users');
    }
    const { minimumLength, isDefault } = read(rules.policy);
    const reason = isDefault
      ? `the account has no password policy of its own; AWS asks for ${minimumLength} characters`
      : `the password policy asks for ${minimumLength} characters`;
    return minimumLength >= params.minimumLength ? pass(reason) : fail(reason);
  },
});
