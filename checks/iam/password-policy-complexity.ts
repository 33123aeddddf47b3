import { equal } from '../../src/frameworks/relation.ts';
import { setPasswordPolicy } from '../../src/remedies/password-policy.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { fail } from '../../src/judge/verdict.ts';
import { passwordPolicy } from '../../src/collectors/iam/password-policy.ts';

export default defineCheck({
  id: 'iam-password-policy-complexity',
  title: 'The password policy asks for upper and lower case letters, digits and symbols',
  severity: 'medium',
  responsibility: 'iam.identity-and-access',
  controls: { 'aws-fsbp': { 'IAM.7': equal } },
  why: 'Passwords of one kind of characters are the first that are guessed, and IAM users choose as simple a password as the policy lets them.',
  fix: 'Set a custom password policy under IAM, Account settings, that asks for all four kinds of characters.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
  remedy: setPasswordPolicy,

  evaluates: passwordPolicy,
  params: { minimumLength: 8 },
  meanings: { minimumLength: 'how many characters the policy has to ask for' },

  evaluate(rules, { read, params }) {
    const { minimumLength, asksFor, isDefault } = read(rules.policy);
    if (isDefault) {
      return fail(
        'the account has no password policy of its own; AWS asks for three of the four kinds of characters',
      );
    }
    const missing = Object.entries(asksFor).map(
      ([kind, isAsked]) => [`passwords need not have ${kind}`, () => !read(isAsked)] as const,
    );
    const tooShort = `the password policy asks for ${minimumLength} characters`;
    return failWhen(
      {
        ...Object.fromEntries(missing),
        [tooShort]: () => minimumLength < params.minimumLength,
      },
      `upper and lower case letters, digits and symbols are asked for, and ${minimumLength} characters`,
    );
  },
});
