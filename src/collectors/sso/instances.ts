/** IAM Identity Center, where people's identities can come from as well. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { ifKnown } from '../../observe/if-known.ts';
import { derive, type Listing, Observed } from '../../observe/observed.ts';
import { federation } from '../iam/identity-providers.ts';
import { ListInstances } from './operations.ts';

const statuses = ['ACTIVE', 'CREATE_IN_PROGRESS', 'CREATE_FAILED', 'DELETE_IN_PROGRESS'] as const;

/**
 * ARNs of the Identity Center instances that this account may see, each in its own Region; null where nobody asked, since
 * IAM tells of a SAML provider, which does as well. The organisation's instance shows itself only to the management
 * account and the delegated administrator, and adds a SAML provider to the others.
 */
export const identityCenterInstances = defineCollector({
  id: 'sso.instances',
  service: 'iam',
  scope: 'regional',
  calls: [ListInstances],
  needs: { federation },
  gather: async (aws, given): Promise<Listing<string> | null> => {
    const isFederated = derive((read) =>
      given.federation.items.some(
        ({ samlProviders }) => (ifKnown(() => read(samlProviders)) ?? []).length > 0,
      ),
    );
    const state = Observed.open(isFederated);
    if (state.known && state.value) return null;
    return aws.list(ListInstances, { MaxResults: 100 }, 'Instances', (instance, members) => {
      const { Status: status } = instance;
      // One that could not be created, or is being deleted, lets nobody sign in.
      const isThere = status === undefined || oneOf(status, statuses, members) === 'ACTIVE';
      return isThere ? members.must(instance, 'InstanceArn') : [];
    });
  },
});
