/** Load balancers and what hangs on them as collectors give them, for tests of checks. */
import type { Attributes } from '../../src/collectors/elb-v2/attributes.ts';
import type { Listener } from '../../src/collectors/elb-v2/listeners.ts';
import type { LoadBalancer } from '../../src/collectors/elb-v2/load-balancers.ts';
import { everyone, known, unreadable } from './observe.ts';

const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';

export function loadBalancer(fields: Partial<LoadBalancer> = {}): LoadBalancer {
  const kind = fields.kind ?? known('application');
  return {
    arn: `${prefix}:loadbalancer/app/shop/50dc6c495c0c9188`,
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    name: 'shop',
    region: 'eu-west-1',
    judgedIf: kind,
    kind,
    zones: known(2),
    ...fields,
  };
}

export const network = loadBalancer({ kind: known('network') });
export const gateway = loadBalancer({ kind: known('gateway') });
/** Nobody may tell what it is. */
export const strange = loadBalancer({ kind: unreadable('failed') });

export function listener(fields: Partial<Listener> = {}): Listener {
  const protocol = fields.protocol ?? known('HTTPS');
  const port = fields.port ?? 443;
  return {
    arn: `${prefix}:listener/app/shop/50dc6c495c0c9188/${port}`,
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    name: `shop:${port}`,
    region: 'eu-west-1',
    judgedIf: protocol,
    protocol,
    port,
    ending: known('forward'),
    securityPolicy: known('ELBSecurityPolicy-TLS13-1-2-Res-2021-06'),
    ...fields,
  };
}

/** A listener for HTTP on port 80. */
export function plainListener(fields: Partial<Listener> = {}): Listener {
  return listener({
    protocol: known('HTTP'),
    port: 80,
    ending: known('redirect-to-https'),
    securityPolicy: unreadable('failed'),
    ...fields,
  });
}

/** Of every load balancer; those that are not given are unreadable. */
export function withAttributes(fields: Partial<Attributes>) {
  return {
    attributes: everyone(
      known<Attributes>({
        accessLogs: unreadable(),
        deletionProtection: unreadable(),
        dropsInvalidHeaders: unreadable(),
        desyncMode: unreadable(),
        ...fields,
      }),
    ),
  };
}

export const noAttributes = { attributes: everyone<Attributes>(unreadable()) };
