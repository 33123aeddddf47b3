/** The SAML providers of the account: where people's identities can come from, if not from IAM users. */
import { accountListing } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { derive, type Listing, type Observed } from '../../observe/observed.ts';
import { ListSAMLProviders } from './operations.ts';

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
