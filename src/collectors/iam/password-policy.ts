/** The password policy of the account's IAM users. Root is not bound by it. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import { GetAccountPasswordPolicy } from './operations.ts';

export interface PasswordPolicy {
  readonly minimumLength: number;
  /** How many earlier passwords are remembered; 0 when none is. */
  readonly remembered: number;
}

export interface PasswordRules extends Resource {
  readonly policy: Observed<PasswordPolicy | 'aws-default'>;
}

export const passwordPolicy = defineCollector({
  id: 'iam.password-policy',
  service: 'iam',
  scope: 'global',
  calls: [GetAccountPasswordPolicy],
  gather: async (aws): Promise<Listing<PasswordRules>> => {
    const policy = await aws.get(
      GetAccountPasswordPolicy,
      {},
      (answer, { must }): PasswordPolicy => {
        const own = must(answer, 'PasswordPolicy');
        return {
          minimumLength: must(own, 'MinimumPasswordLength'),
          // Left out when reuse is not prevented: IAM API reference, "PasswordPolicy".
          remembered: own.PasswordReusePrevention ?? 0,
        };
      },
      { whenAbsent: 'aws-default' as const },
    );
    return accountListing(aws, { policy });
  },
});
