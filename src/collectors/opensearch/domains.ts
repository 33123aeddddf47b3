/** Domains of OpenSearch Service, those with Elasticsearch among them. */
import type { DomainStatus } from '@aws-sdk/client-opensearch';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { inBatches, joinListings, reachedBy } from '../../collect/join-listings.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import { DescribeDomains, ListDomainNames } from './operations.ts';

export interface Domain extends Resource {
  readonly encrypted: Observed<boolean>;
  readonly isInVpc: Observed<boolean>;
  /** Whether plain HTTP is refused. */
  readonly enforcesHttps: Observed<boolean>;
  readonly tlsPolicy: Observed<TlsPolicy>;
}

const tlsPolicies = [
  'Policy-Min-TLS-1-0-2019-07',
  'Policy-Min-TLS-1-2-2019-07',
  'Policy-Min-TLS-1-2-PFS-2023-10',
  'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08',
] as const;

export type TlsPolicy = (typeof tlsPolicies)[number];

/** The most that one call may ask about: to more AWS answers a ValidationException that names the number. */
const domainsPerCall = 5;

export const domains = defineCollector({
  id: 'opensearch.domains',
  service: 'opensearch',
  scope: 'regional',
  recordedAs: ['AWS::OpenSearch::Domain', 'AWS::Elasticsearch::Domain'],
  calls: [ListDomainNames, DescribeDomains],
  gather: async (aws): Promise<Listing<Domain>> => {
    const names = await aws.list(ListDomainNames, {}, 'DomainNames', (domain, { must }) =>
      must(domain, 'DomainName'),
    );
    // Domains that were deleted since they were listed are missing from the answer.
    const described = inBatches(names.items, domainsPerCall).map((batch) =>
      aws.list(
        DescribeDomains,
        { DomainNames: [...batch] },
        'DomainStatusList',
        (domain, members): Domain | readonly Domain[] => domainOf(domain, members, aws.region),
      ),
    );
    return joinListings([
      { ...names, items: [] },
      reachedBy(names.sources, joinListings(await Promise.all(described))),
    ]);
  },
});

function domainOf(
  domain: DomainStatus,
  members: Members,
  region: string,
): Domain | readonly Domain[] {
  const { must, observe } = members;
  // True while it is being deleted, and not shown afterwards: API reference, "DomainStatus".
  if (domain.Deleted === true) return [];
  const endpoint = () => must(domain, 'DomainEndpointOptions');
  return {
    arn: must(domain, 'ARN'),
    type: 'AWS::OpenSearchService::Domain',
    name: must(domain, 'DomainName'),
    region,
    encrypted: observe(() => must(must(domain, 'EncryptionAtRestOptions'), 'Enabled')),
    isInVpc: observe(() => isInVpc(domain, members)),
    enforcesHttps: observe(() => must(endpoint(), 'EnforceHTTPS')),
    tlsPolicy: observe(() => oneOf(must(endpoint(), 'TLSSecurityPolicy'), tlsPolicies, members)),
  };
}

/** A domain in a VPC names it, and has `Endpoints`; a public one has an endpoint of its own once it was created. */
function isInVpc(domain: DomainStatus, { must }: Members): boolean {
  if (domain.VPCOptions?.VPCId !== undefined) return true;
  must(domain, 'Endpoint');
  return false;
}
