/** An account and its password policy. */
import type { PasswordRules } from '../../src/collectors/iam/password-policy.ts';
import { account } from './check-tester.ts';

export function passwordRules(policy: PasswordRules['policy']): PasswordRules {
  const arn = `arn:aws:iam::${account}:root`;
  return { arn, type: 'AWS::::Account', name: account, region: 'global', policy };
}
