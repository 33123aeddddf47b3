import { supersetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  userPools,
  userPoolSettings,
} from '../../src/collectors/cognito-identity-provider/user-pools.ts';

export default defineCheck({
  id: 'cognito-user-pool-mfa',
  title: 'The user pool asks all of its users for MFA',
  severity: 'medium',
  responsibility: 'cognito.identity-and-access',
  controls: {
    'aws-fsbp': {
      'Cognito.5': supersetOf('it asks every pool to require MFA, whatever the ways to sign in'),
    },
    'nist-800-53-r5': servesNist('users of an application are some of those', 'IA-2(1)', 'IA-2(2)'),
  },
  why: 'Passwords are guessed, reused and given away; with a second factor one of them alone opens no account of the application.',
  fix: 'Require MFA, by an authenticator app or passkeys rather than by SMS. Where it can only be offered, let the application ask for it, and lower what users without it may do.',
  link: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  remedy: {
    console:
      'Cognito, User pools, the pool, Sign-in, Multi-factor authentication, Edit. With "required", users without a factor must set one up when they next sign in.',
    cli: `aws cognito-idp set-user-pool-mfa-config --user-pool-id POOL --mfa-configuration ON \\
  --software-token-mfa-configuration Enabled=true`,
    terraform: `resource "aws_cognito_user_pool" "this" {
  mfa_configuration = "ON"
  software_token_mfa_configuration {
    enabled = true
  }
  # …
}`,
  },

  evaluates: userPools,
  needs: { settings: userPoolSettings },

  evaluate(pool, { read, settings }) {
    switch (read(read(settings.of(pool)).mfa)) {
      case 'ON':
        return pass('every user must have a second factor');
      case 'OPTIONAL':
        return {
          ...fail('users may have a second factor, and may do without'),
          severity: { is: 'low', because: 'a second factor is offered' },
        };
      case 'OFF':
        return fail('no user can have a second factor');
    }
  },
});
