/** The password policy of the account's IAM users. Root is not bound by it. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import { GetAccountPasswordPolicy } from './operations.ts';

export interface PasswordPolicy {
  readonly minimumLength: number;
  /** How many earlier passwords are remembered; 0 when none is. */
  readonly remembered: number;
  /** The account has none of its own, so that the one of AWS holds. */
  readonly isDefault: boolean;
}

/** What holds where nobody set a policy. IAM user guide, "Setting an account password policy", "Default password policy". */
export const defaultPasswordPolicy: PasswordPolicy = {
  minimumLength: 8,
  remembered: 0,
  isDefault: true,
};

export interface PasswordRules extends Resource {
  readonly policy: Observed<PasswordPolicy>;
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
          isDefault: false,
        };
      },
      { whenAbsent: defaultPasswordPolicy },
    );
    return accountListing(aws, { policy });
  },
});
