/** The password policy of the account's IAM users. Root is not bound by it. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import { GetAccountPasswordPolicy } from './operations.ts';

/** The kinds of characters that a policy can ask for. */
export type CharacterKind = 'an upper case letter' | 'a lower case letter' | 'a digit' | 'a symbol';

export interface PasswordPolicy {
  readonly minimumLength: number;
  /** Whether every password must have one of that kind. */
  readonly asksFor: Readonly<Record<CharacterKind, Observed<boolean>>>;
  /** How many earlier passwords are remembered; 0 when none is. */
  readonly remembered: number;
  /** The account has none of its own, so that the one of AWS holds. */
  readonly isDefault: boolean;
}

/** What holds where nobody set a policy. IAM user guide, "Setting an account password policy", "Default password policy". */
export const defaultPasswordPolicy: PasswordPolicy = {
  minimumLength: 8,
  // Three of the four, whichever the user takes: none of them is asked for by name.
  asksFor: {
    'an upper case letter': Observed.known(false),
    'a lower case letter': Observed.known(false),
    'a digit': Observed.known(false),
    'a symbol': Observed.known(false),
  },
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
      (answer, { must, field }): PasswordPolicy => {
        const own = must(answer, 'PasswordPolicy');
        return {
          minimumLength: must(own, 'MinimumPasswordLength'),
          asksFor: {
            'an upper case letter': field(own, 'RequireUppercaseCharacters'),
            'a lower case letter': field(own, 'RequireLowercaseCharacters'),
            'a digit': field(own, 'RequireNumbers'),
            'a symbol': field(own, 'RequireSymbols'),
          },
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
