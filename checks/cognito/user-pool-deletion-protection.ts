import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  userPools,
  userPoolSettings,
} from '../../src/collectors/cognito-identity-provider/user-pools.ts';

export default defineCheck({
  id: 'cognito-user-pool-deletion-protection',
  title: 'The user pool is protected from deletion',
  severity: 'medium',
  responsibility: 'cognito.backup-and-recovery',
  controls: { 'aws-fsbp': { 'Cognito.6': equal } },
  why: 'A user pool that is deleted is gone with all of its users and their passwords, and AWS keeps no backup of it.',
  fix: 'Turn on deletion protection.',
  link: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
  remedy: {
    console: 'Cognito, User pools, the pool, Settings, Deletion protection, Activate.',
    terraform: `resource "aws_cognito_user_pool" "this" {
  deletion_protection = "ACTIVE"
  # …
}`,
  },

  evaluates: userPools,
  needs: { settings: userPoolSettings },

  evaluate(pool, { read, settings }) {
    return read(read(settings.of(pool)).isProtected)
      ? pass('deletion protection is on')
      : fail('deletion protection is off');
  },
});
