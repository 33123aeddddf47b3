import type { Domain } from '../../src/collectors/opensearch/domains.ts';
import { known } from './observe.ts';

/** A domain that is as it should be, but for what is given. */
export function domain(members: Partial<Domain> = {}): Domain {
  return {
    arn: 'arn:aws:es:eu-central-1:111122223333:domain/orders',
    type: 'AWS::OpenSearchService::Domain',
    name: 'orders',
    region: 'eu-central-1',
    encrypted: known(true),
    isInVpc: known(true),
    enforcesHttps: known(true),
    tlsPolicy: known('Policy-Min-TLS-1-2-PFS-2023-10'),
    ...members,
  };
}
