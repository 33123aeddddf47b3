/** The operations of Elastic Load Balancing (version 1) that are sent, each with its IAM action and what its answers mean. */
import { elb } from './service.ts';

export const DescribeLoadBalancers = elb.operation(
  'DescribeLoadBalancers',
  (sdk) => sdk.DescribeLoadBalancersCommand,
  {
    action: 'elasticloadbalancing:DescribeLoadBalancers',
    pages: { answer: 'NextMarker', input: 'Marker' },
  },
);
