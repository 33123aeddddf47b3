import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'network-configuration': {
    parts: [{ part: 'whether domains are in a VPC', checks: ['opensearch-domain-in-vpc'] }],
    unread: ['security groups and routes of domains', 'OpenSearch Serverless'],
  },
  'server-side-encryption-at-rest': {
    parts: [{ part: 'encryption of domains', checks: ['opensearch-domain-encrypted'] }],
    unread: ['key policies', 'OpenSearch Serverless'],
  },
  'encryption-in-transit': {
    parts: [{ part: 'HTTPS and its TLS policy', checks: ['opensearch-domain-tls-policy'] }],
    unread: ['encryption between the nodes of domains'],
  },
} satisfies ServiceReading;
