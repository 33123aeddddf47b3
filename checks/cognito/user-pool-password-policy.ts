import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import {
  userPools,
  userPoolSettings,
} from '../../src/collectors/cognito-identity-provider/user-pools.ts';

export default defineCheck({
  id: 'cognito-user-pool-password-policy',
  title: ({ minLength }) =>
    `Passwords of the user pool have ${minLength} characters of every kind at least`,
  severity: 'medium',
  responsibility: 'cognito.identity-and-access',
  controls: { 'aws-fsbp': { 'Cognito.3': equal } },
  why: 'Short and simple passwords are guessed in bulk, and a temporary one that stays good for weeks is found in a mailbox.',
  fix: 'Ask for longer passwords and every kind of character, and let temporary ones end within a week.',
  link: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  remedy: {
    console:
      'Cognito, User pools, the pool, Authentication methods, Password policy, Edit. Passwords that users have already stay good.',
    terraform: `resource "aws_cognito_user_pool" "this" {
  password_policy {
    minimum_length                   = 8
    require_lowercase                = true
    require_uppercase                = true
    require_numbers                  = true
    require_symbols                  = true
    temporary_password_validity_days = 7
  }
  # …
}`,
  },

  evaluates: userPools,
  needs: { settings: userPoolSettings },
  params: { minLength: 8, maxTemporaryDays: 7 },
  meanings: {
    minLength: 'how many characters a password has at least',
    maxTemporaryDays: 'for how many days a temporary password may be used',
  },

  evaluate(pool, { read, settings, params }) {
    const rules = read(read(settings.of(pool)).password);
    return failWhen(
      {
        [`passwords may be as short as ${rules.minLength} characters`]: () =>
          rules.minLength < params.minLength,
        'passwords need no lowercase letter': () => !rules.lowercase,
        'passwords need no uppercase letter': () => !rules.uppercase,
        'passwords need no number': () => !rules.numbers,
        'passwords need no symbol': () => !rules.symbols,
        [`temporary passwords can be used for ${rules.temporaryDays} days`]: () =>
          rules.temporaryDays > params.maxTemporaryDays,
      },
      'passwords are long enough and of every kind of character',
    );
  },
});
