/** Listeners of Application and Network Load Balancers. Gateway Load Balancers are not asked: theirs speak GENEVE alone. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { type Cause, type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import { type Ending, endingOf } from './actions.ts';
import { type LoadBalancer, loadBalancers } from './load-balancers.ts';
import { DescribeListeners, pageSize } from './operations.ts';

const protocols = [
  'HTTP',
  'HTTPS',
  'TCP',
  'TLS',
  'UDP',
  'TCP_UDP',
  'QUIC',
  'TCP_QUIC',
  'GENEVE',
] as const;
type Protocol = (typeof protocols)[number];

export interface Listener extends Resource {
  readonly protocol: Observed<Protocol>;
  readonly port: number;
  /** What becomes of a request that no rule matches. */
  readonly ending: Observed<Ending>;
  /** The security policy, which listeners for HTTPS and TLS alone have. */
  readonly securityPolicy: Observed<string>;
}

/** By load balancer; unreadable where that is gone. */
export const listenersOf = defineCollector({
  id: 'elb.listeners-of',
  service: 'elb',
  scope: 'regional',
  calls: [DescribeListeners],
  needs: { loadBalancers },
  gather: (aws, given) =>
    perResource(
      given.loadBalancers.items.filter(mayHaveListeners),
      async ({ arn, name }): Promise<Observed<Listing<Listener>>> => {
        const listed = await aws.list(
          DescribeListeners,
          { LoadBalancerArn: arn, PageSize: pageSize },
          'Listeners',
          (item, members): Listener => {
            const { must, field, observe } = members;
            const protocol = observe(() => oneOf(must(item, 'Protocol'), protocols, members));
            const port = must(item, 'Port');
            return {
              arn: must(item, 'ListenerArn'),
              type: 'AWS::ElasticLoadBalancingV2::Listener',
              name: `${name}:${port}`,
              region: aws.region,
              judgedIf: protocol,
              protocol,
              port,
              ending: observe(() => endingOf(must(item, 'DefaultActions'), members)),
              securityPolicy: field(item, 'SslPolicy'),
            };
          },
        );
        const gone = listed.gaps.filter(({ reason }) => reason === 'gone');
        return gone.length > 0 ? Observed.unreadable(...gone) : Observed.known(listed);
      },
    ),
});

/** All of a Region. A load balancer that was deleted meanwhile has none. */
export const listeners = defineCollector({
  id: 'elb.listeners',
  service: 'elb',
  scope: 'regional',
  calls: [],
  needs: { loadBalancers, listenersOf },
  gather: (_aws, given): Listing<Listener> => {
    const gaps: Cause[] = [...given.loadBalancers.gaps];
    const items: Listener[] = [];
    for (const loadBalancer of given.loadBalancers.items.filter(mayHaveListeners)) {
      const state = Observed.open(given.listenersOf.of(loadBalancer));
      // Who does not know of the load balancer does not know of its listeners.
      const above = pagesOf(loadBalancer, given.loadBalancers.sources);
      const withAbove = (item: Listener): Listener => ({
        ...item,
        listed: [...above, ...pagesOf(item, [])],
      });
      if (!state.known) continue;
      items.push(...state.value.items.map(withAbove));
      gaps.push(...state.value.gaps);
    }
    return { items, gaps, sources: given.loadBalancers.sources };
  },
});

/** True where the kind is not known: then it is asked. */
function mayHaveListeners({ kind }: LoadBalancer): boolean {
  const state = Observed.open(kind);
  return !state.known || state.value !== 'gateway';
}
