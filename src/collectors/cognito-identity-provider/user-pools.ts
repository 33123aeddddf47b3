/** User pools of Cognito and how their users sign in. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeUserPool, ListUserPools } from './operations.ts';

/** The largest page of the operation. */
const poolsPerPage = 60;

export interface UserPool extends Resource {
  readonly poolId: string;
}

export const userPools = defineCollector({
  id: 'cognito.user-pools',
  service: 'cognito',
  scope: 'regional',
  calls: [ListUserPools],
  gather: (aws) =>
    aws.list(
      ListUserPools,
      { MaxResults: poolsPerPage },
      'UserPools',
      (pool, { must }): UserPool => {
        const poolId = must(pool, 'Id');
        return {
          arn: `arn:${aws.partition}:cognito-idp:${aws.region}:${aws.account}:userpool/${poolId}`,
          type: 'AWS::Cognito::UserPool',
          name: must(pool, 'Name'),
          region: aws.region,
          poolId,
        };
      },
    ),
});

export interface UserPoolSettings {
  readonly mfa: Observed<'OFF' | 'OPTIONAL' | 'ON'>;
  readonly isProtected: Observed<boolean>;
  readonly password: Observed<PasswordRules>;
}

export interface PasswordRules {
  readonly minLength: number;
  readonly lowercase: boolean;
  readonly uppercase: boolean;
  readonly numbers: boolean;
  readonly symbols: boolean;
  /** Days for which a password that an administrator gave can be used. */
  readonly temporaryDays: number;
}

export const userPoolSettings = defineCollector({
  id: 'cognito.user-pool-settings',
  service: 'cognito',
  scope: 'regional',
  calls: [DescribeUserPool],
  needs: { userPools },
  gather: (aws, given): Promise<PerResource<UserPoolSettings>> =>
    perResource(given.userPools.items, ({ poolId }) =>
      aws.get(DescribeUserPool, { UserPoolId: poolId }, (answer, members): UserPoolSettings => {
        const { must, observe } = members;
        const pool = must(answer, 'UserPool');
        return {
          mfa: observe(() =>
            oneOf(must(pool, 'MfaConfiguration'), ['OFF', 'OPTIONAL', 'ON'], members),
          ),
          isProtected: observe(
            () =>
              oneOf(must(pool, 'DeletionProtection'), ['ACTIVE', 'INACTIVE'], members) === 'ACTIVE',
          ),
          password: observe(() => {
            const rules = must(must(pool, 'Policies'), 'PasswordPolicy');
            return {
              minLength: must(rules, 'MinimumLength'),
              lowercase: must(rules, 'RequireLowercase'),
              uppercase: must(rules, 'RequireUppercase'),
              numbers: must(rules, 'RequireNumbers'),
              symbols: must(rules, 'RequireSymbols'),
              temporaryDays: must(rules, 'TemporaryPasswordValidityDays'),
            };
          }),
        };
      }),
    ),
});
