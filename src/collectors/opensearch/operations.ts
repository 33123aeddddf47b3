/** The operations of OpenSearch Service that are sent, each with its IAM action and what its answers mean. */
import { opensearch } from './service.ts';

export const ListDomainNames = opensearch.operation(
  'ListDomainNames',
  (sdk) => sdk.ListDomainNamesCommand,
  { action: 'es:ListDomainNames' },
);

export const DescribeDomains = opensearch.operation(
  'DescribeDomains',
  (sdk) => sdk.DescribeDomainsCommand,
  { action: 'es:DescribeDomains' },
);
