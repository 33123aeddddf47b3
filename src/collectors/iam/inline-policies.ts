/** Users, groups and roles into which policies are written: nobody else can be attached to these, and no list names them. */
import { defineCollector } from '../../collect/collector.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import {
  iamGroupsWithPolicies,
  type Identity,
  iamRoles,
  iamUsersWithPolicies,
} from './authorization-details.ts';

export const identitiesWithInlinePolicies = defineCollector({
  id: 'iam.identities-with-inline-policies',
  service: 'iam',
  scope: 'global',
  calls: [],
  needs: { users: iamUsersWithPolicies, groups: iamGroupsWithPolicies, roles: iamRoles },
  gather: (_aws, { users, groups, roles }): Listing<Identity> => {
    const lists: readonly Listing<Identity>[] = [users, groups, roles];
    return {
      items: lists.flatMap(({ items }) => items.filter(mayHaveSome)),
      gaps: lists.flatMap(({ gaps }) => gaps),
      sources: lists.flatMap(({ sources }) => sources),
    };
  },
});

/** Those whose policies could not be read are among them. */
function mayHaveSome({ inline }: Identity): boolean {
  const state = Observed.open(inline);
  return !state.known || state.value.length > 0;
}
