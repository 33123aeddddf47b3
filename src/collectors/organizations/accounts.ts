/**
 * What the organisation has, as its management account sees it: the accounts, the policies that hold for them, and who
 * runs services for it. A member account is not asked: AWS would refuse.
 */
import type { Aws } from '../../aws/reads.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { derive, type Listing, Observed } from '../../observe/observed.ts';
import { ListAccounts, ListDelegatedAdministrators } from './operations.ts';
import { accountIdIn, organization, type Organization } from './organization.ts';

/** Why nothing of an organisation is told here, as a reason of a verdict. */
export const inNone = 'the account is in no organization';
export const inMember = 'a member account: its management account decides, and alone is told';
export type NotSeen = typeof inNone | typeof inMember;

/**
 * Asks in the management account; elsewhere tells why not.
 *
 * @param ask what the management account is asked
 */
export async function asManagement<T>(
  aws: Aws,
  joined: Observed<Organization | null>,
  ask: () => Promise<Observed<T>>,
): Promise<Observed<T | NotSeen>> {
  const state = Observed.open(joined);
  if (!state.known) return Observed.unreadable(...state.causes);
  if (state.value === null) return Observed.known(inNone, ...state.sources);
  if (state.value.managementAccount !== aws.account) {
    return Observed.known(inMember, ...state.sources);
  }
  const answer = await ask();
  // That this is the management account, the organisation told.
  return derive((read) => {
    read(joined);
    return read(answer);
  });
}

/** A list that must be whole, as one value. */
export function wholeList<R>(listing: Listing<R>): Observed<readonly R[]> {
  return derive((read) => read.list(listing));
}

/** The ids of all accounts of the organisation. */
export const organizationAccounts = defineCollector({
  id: 'account.organization-accounts',
  service: 'account',
  scope: 'global',
  calls: [ListAccounts],
  needs: { organization },
  gather: (aws, given): Promise<Observed<readonly string[] | NotSeen>> =>
    asManagement(aws, given.organization, async () =>
      wholeList(
        await aws.list(ListAccounts, {}, 'Accounts', (account, members) =>
          accountIdIn(members.must(account, 'Id'), members),
        ),
      ),
    ),
});

/** The ids of the accounts that run a service of AWS for the organisation. */
export const delegatedAdministrators = defineCollector({
  id: 'account.delegated-administrators',
  service: 'account',
  scope: 'global',
  calls: [ListDelegatedAdministrators],
  needs: { organization },
  gather: async (aws, given) => {
    const administrators = await asManagement(aws, given.organization, async () =>
      wholeList(
        await aws.list(
          ListDelegatedAdministrators,
          {},
          'DelegatedAdministrators',
          (account, members) => accountIdIn(members.must(account, 'Id'), members),
        ),
      ),
    );
    return accountListing(aws, { administrators });
  },
});
