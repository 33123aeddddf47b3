/** The operations of Elastic Load Balancing (version 2) that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { elbV2 } from './service.ts';

/** The largest page of every list of the API. */
export const pageSize = 400;

const noLoadBalancer = ['LoadBalancerNotFound', 'LoadBalancerNotFoundException'];

export const DescribeLoadBalancers = elbV2.operation(
  'DescribeLoadBalancers',
  (sdk) => sdk.DescribeLoadBalancersCommand,
  {
    action: 'elasticloadbalancing:DescribeLoadBalancers',
    pages: { answer: 'NextMarker', input: 'Marker' },
  },
);

export const DescribeLoadBalancerAttributes = elbV2.operation(
  'DescribeLoadBalancerAttributes',
  (sdk) => sdk.DescribeLoadBalancerAttributesCommand,
  { action: 'elasticloadbalancing:DescribeLoadBalancerAttributes', gone: noLoadBalancer },
);

export const DescribeListeners = elbV2.operation(
  'DescribeListeners',
  (sdk) => sdk.DescribeListenersCommand,
  {
    action: 'elasticloadbalancing:DescribeListeners',
    gone: noLoadBalancer,
    pages: { answer: 'NextMarker', input: 'Marker' },
    redact: withoutMembers('Listeners[].DefaultActions[].AuthenticateOidcConfig.ClientSecret'),
  },
);

export const DescribeRules = elbV2.operation('DescribeRules', (sdk) => sdk.DescribeRulesCommand, {
  action: 'elasticloadbalancing:DescribeRules',
  gone: ['ListenerNotFound', 'ListenerNotFoundException'],
  pages: { answer: 'NextMarker', input: 'Marker' },
  redact: withoutMembers('Rules[].Actions[].AuthenticateOidcConfig.ClientSecret'),
});

export const DescribeSSLPolicies = elbV2.operation(
  'DescribeSSLPolicies',
  (sdk) => sdk.DescribeSSLPoliciesCommand,
  { action: 'elasticloadbalancing:DescribeSSLPolicies' },
);
