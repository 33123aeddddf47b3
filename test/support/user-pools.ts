/** A user pool of Cognito for tests of checks. */
import type {
  UserPool,
  UserPoolSettings,
} from '../../src/collectors/cognito-identity-provider/user-pools.ts';
import { everyone, known, unreadable } from './observe.ts';

export const customers: UserPool = {
  arn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1B2c3D4e',
  type: 'AWS::Cognito::UserPool',
  name: 'customers',
  region: 'eu-west-1',
  poolId: 'eu-west-1_a1B2c3D4e',
};

/** Settings of which these are known, and no others. */
export function settingsOf(some: Partial<UserPoolSettings>) {
  const nothing = { mfa: unreadable(), isProtected: unreadable(), password: unreadable() };
  return { settings: everyone(known<UserPoolSettings>({ ...nothing, ...some })) };
}
