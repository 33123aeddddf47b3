/** Where people's identities can come from, if not from IAM users: SAML providers and IAM Identity Center. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { derive, type Listing, type Observed } from '../../observe/observed.ts';
import { ListSAMLProviders } from './operations.ts';
import { ListInstances } from '../sso/operations.ts';

/** The account, with the SAML providers that its roles may trust. */
export interface Federation extends Resource {
  /** ARNs. Identity Center adds one of its own to each account that it gives people access to. */
  readonly samlProviders: Observed<readonly string[]>;
}

export const federation = defineCollector({
  id: 'iam.federation',
  service: 'iam',
  scope: 'global',
  calls: [ListSAMLProviders],
  gather: async (aws): Promise<Listing<Federation>> => {
    const providers = await aws.list(
      ListSAMLProviders,
      {},
      'SAMLProviderList',
      (provider, { must }) => must(provider, 'Arn'),
    );
    const samlProviders = derive((read) => read.list(providers));
    return accountListing(aws, { samlProviders });
  },
});

/**
 * ARNs of the Identity Center instances that this account may see, each in its own Region. The organisation's instance
 * shows itself only to the management account and the delegated administrator.
 */
export const identityCenterInstances = defineCollector({
  id: 'sso.instances',
  service: 'iam',
  scope: 'regional',
  calls: [ListInstances],
  gather: (aws) =>
    aws.list(ListInstances, { MaxResults: 100 }, 'Instances', (instance, { must }) =>
      must(instance, 'InstanceArn'),
    ),
});
