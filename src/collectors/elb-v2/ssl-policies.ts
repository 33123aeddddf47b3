/** What the security policies let in that listeners have and AWS does not recommend: the others are known. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import { recommendedElbPolicies } from '../../reasoning/dated/tls-policies.ts';
import { listeners } from './listeners.ts';
import { DescribeSSLPolicies } from './operations.ts';

const protocols = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

export interface SslPolicy {
  readonly name: string;
  readonly protocols: Observed<readonly (typeof protocols)[number][]>;
}

export const sslPolicies = defineCollector({
  id: 'elb.ssl-policies',
  service: 'elb',
  scope: 'regional',
  calls: [DescribeSSLPolicies],
  needs: { listeners },
  gather: async (aws, given): Promise<Listing<SslPolicy>> => {
    const used = given.listeners.items.flatMap(({ securityPolicy }) => {
      const state = Observed.open(securityPolicy);
      return state.known && !recommendedElbPolicies.values.includes(state.value)
        ? [state.value]
        : [];
    });
    const Names = [...new Set(used)].toSorted();
    if (Names.length === 0) return { items: [], gaps: [], sources: [] };
    return aws.list(
      DescribeSSLPolicies,
      { Names },
      'SslPolicies',
      (policy, members): SslPolicy => {
        const { must, observe } = members;
        return {
          name: must(policy, 'Name'),
          protocols: observe(() =>
            must(policy, 'SslProtocols').map((protocol) => oneOf(protocol, protocols, members)),
          ),
        };
      },
      { key: ({ name }) => name },
    );
  },
});

export const sslPoliciesByName = lookupBy(({ name }: SslPolicy) => name);
