/** Whether IAM manages the root users of the organisation's accounts centrally. */
import { oneOf } from '../../aws/one-of.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { CannotTell, derive } from '../../observe/observed.ts';
import { organization } from '../organizations/organization.ts';
import { ListOrganizationsFeatures } from './operations.ts';

/** Where root access is decided, if not here, or the features that IAM has on for the organisation. */
export type RootManagement =
  | { readonly decided: 'nowhere' | 'in the management account' }
  | { readonly decided: 'here'; readonly features: readonly string[] };

/** Central root access, as the management account or IAM's delegated administrator sees it. */
export const rootManagement = defineCollector({
  id: 'iam.root-management',
  service: 'iam',
  scope: 'global',
  calls: [ListOrganizationsFeatures],
  needs: { organization },
  gather: async (aws, given) => {
    const features = await aws.get(
      ListOrganizationsFeatures,
      {},
      (answer, members): readonly string[] =>
        members
          .must(answer, 'EnabledFeatures')
          .map((feature) => oneOf(feature, ['RootCredentialsManagement', 'RootSessions'], members)),
      { whenAbsent: null },
    );
    const state = derive((read): RootManagement => {
      if (isKnownNull(() => read(given.organization))) return { decided: 'nowhere' };
      const known = read(features);
      if (known) return { decided: 'here', features: known };
      // In the management account a refusal means that IAM has no access to the organisation: every feature is off.
      const isManagement = read(given.organization)?.managementAccount === aws.account;
      return isManagement
        ? { decided: 'here', features: [] }
        : { decided: 'in the management account' };
    });
    return accountListing(aws, { rootManagement: state });
  },
});

/** An account that is known to be in no organisation needs no other answer; one that cannot tell may have it. */
function isKnownNull(ask: () => unknown): boolean {
  try {
    return ask() === null;
  } catch (error) {
    if (error instanceof CannotTell) return false;
    throw error;
  }
}
