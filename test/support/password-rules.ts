/** An account and its password policy. */
import {
  defaultPasswordPolicy,
  type PasswordPolicy,
  type PasswordRules,
} from '../../src/collectors/iam/password-policy.ts';
import type { Observed } from '../../src/observe/observed.ts';
import { account } from './check-tester.ts';
import { known } from './observe.ts';

export function passwordRules(policy: Observed<PasswordPolicy>): PasswordRules {
  const arn = `arn:aws:iam::${account}:root`;
  return { arn, type: 'AWS::::Account', name: account, region: 'global', policy };
}

/** An account with a policy of its own, which asks for little but what it is given. */
export function ownRules(policy: Partial<PasswordPolicy>): PasswordRules {
  return passwordRules(known({ ...defaultPasswordPolicy, ...policy, isDefault: false }));
}

export const defaultRules = passwordRules(known(defaultPasswordPolicy));
