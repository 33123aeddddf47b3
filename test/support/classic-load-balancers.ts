/** Classic Load Balancers as their collector gives them, for tests of checks. */
import type { ClassicLoadBalancer } from '../../src/collectors/elb/classic-load-balancers.ts';
import { known } from './observe.ts';

export function classic(fields: Partial<ClassicLoadBalancer> = {}): ClassicLoadBalancer {
  return {
    arn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/mail',
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    name: 'mail',
    region: 'eu-west-1',
    listeners: known([]),
    zones: known(2),
    ...fields,
  };
}
