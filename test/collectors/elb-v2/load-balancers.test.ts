import {
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeSSLPoliciesCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { attributes } from '../../../src/collectors/elb-v2/attributes.ts';
import { listeners, listenersOf } from '../../../src/collectors/elb-v2/listeners.ts';
import { loadBalancers } from '../../../src/collectors/elb-v2/load-balancers.ts';
import { httpRules } from '../../../src/collectors/elb-v2/rules.ts';
import { sslPolicies } from '../../../src/collectors/elb-v2/ssl-policies.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ElasticLoadBalancingV2Client);
const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';

const zone = (ZoneName: string) => ({ ZoneName, SubnetId: `subnet-${ZoneName}` });
function balancer(Type: string, name: string = Type): object {
  return {
    LoadBalancerArn: `${prefix}:loadbalancer/${name}`,
    LoadBalancerName: name,
    Type,
    AvailabilityZones: [zone('eu-west-1a'), zone('eu-west-1b'), zone('eu-west-1b')],
  };
}

function listener(Port: number, Protocol: string, action: object, SslPolicy?: string): object {
  const ListenerArn = `${prefix}:listener/application/${Port}`;
  return { ListenerArn, Port, Protocol, DefaultActions: [action], SslPolicy };
}
const forward: object = { Type: 'forward', TargetGroupArn: 'arn:tg' };
const redirect = (Protocol?: string): object => ({
  Type: 'redirect',
  RedirectConfig: { Protocol, StatusCode: 'HTTP_301' },
});

/** What there is. */
function plant(balancers: readonly object[], found: readonly object[] = []): void {
  client.on(DescribeLoadBalancersCommand).resolves(answer({ LoadBalancers: [...balancers] }));
  client.on(DescribeListenersCommand).resolves(answer({ Listeners: [...found] }));
}

beforeEach(() => {
  client.reset();
});

describe('load balancers', () => {
  it('are those of every page, with each zone counted once', async () => {
    client
      .on(DescribeLoadBalancersCommand)
      .resolves(answer({ LoadBalancers: [balancer('application')], NextMarker: 'm' }))
      .on(DescribeLoadBalancersCommand, { Marker: 'm' })
      .resolves(answer({ LoadBalancers: [balancer('network')] }));
    const { value } = await gatherFrom(loadBalancers);
    expect(value).toMatchObject({
      items: [{ kind: { value: 'application' }, zones: { value: 2 } }, { name: 'network' }],
      gaps: [],
    });
  });

  it('of an unheard-of kind are there, and not judged', async () => {
    plant([balancer('quantum')]);
    const { value } = await gatherFrom(loadBalancers);
    const [found] = value.items;
    expect(found?.judgedIf && Observed.open(found.judgedIf)).toMatchObject({ known: false });
  });
});

describe('attributes', () => {
  async function attributesBy(...set: readonly (readonly [string, string])[]) {
    plant([balancer('application')]);
    const Attributes = set.map(([Key, Value]) => ({ Key, Value }));
    client.on(DescribeLoadBalancerAttributesCommand).resolves(answer({ Attributes }));
    const { value, gathered } = await gatherFrom(attributes);
    const [found] = gathered.get(loadBalancers, 'eu-west-1').items;
    return found && Observed.open(value.of(found));
  }

  it('are read by their names', async () => {
    const all = await attributesBy(
      ['access_logs.s3.enabled', 'true'],
      ['access_logs.s3.bucket', ''],
      ['deletion_protection.enabled', 'false'],
      ['routing.http.desync_mitigation_mode', 'strictest'],
    );
    expect(all).toMatchObject({
      value: {
        accessLogs: { value: true },
        deletionProtection: { value: false },
        desyncMode: { value: 'strictest' },
        dropsInvalidHeaders: { causes: [{ reason: 'failed' }] },
      },
    });
  });

  it('of unheard-of values are not guessed', async () => {
    const all = await attributesBy(
      ['access_logs.s3.enabled', 'maybe'],
      ['routing.http.desync_mitigation_mode', 'paranoid'],
    );
    expect(all).toMatchObject({
      value: { accessLogs: { known: false }, desyncMode: { known: false } },
    });
  });
});

describe('listeners', () => {
  it('are asked of no Gateway Load Balancer', async () => {
    plant([balancer('gateway')]);
    const { value } = await gatherFrom(listeners);
    expect(value).toMatchObject({ items: [], gaps: [] });
    expect(client.commandCalls(DescribeListenersCommand)).toHaveLength(0);
  });

  it.each([
    ['a forward', [forward], 'forward'],
    ['a sign-in before a forward', [{ Type: 'authenticate-oidc' }, forward], 'forward'],
    ['a redirect to HTTPS', [redirect('HTTPS')], 'redirect-to-https'],
    ['a redirect that keeps the protocol', [redirect('#{protocol}')], 'redirect-over-http'],
    ['a redirect to HTTP', [redirect('HTTP')], 'redirect-over-http'],
    ['an answer of its own', [{ Type: 'fixed-response' }], 'fixed-response'],
  ])('end a request by %s', async (_, DefaultActions, ending) => {
    plant([balancer('application')], [{ ...listener(80, 'HTTP', forward), DefaultActions }]);
    const { value } = await gatherFrom(listeners);
    expect(value.items).toMatchObject([{ name: 'application:80', ending: { value: ending } }]);
  });

  it.each([
    ['an unheard-of action', [{ Type: 'teleport' }]],
    ['a redirect without a protocol', [redirect()]],
    ['no action that ends it', [{ Type: 'authenticate-oidc' }]],
    ['no actions', undefined],
  ])('are not guessed at from %s', async (_, DefaultActions) => {
    plant([balancer('application')], [{ ...listener(80, 'HTTP', forward), DefaultActions }]);
    const { value } = await gatherFrom(listeners);
    expect(value.items).toMatchObject([{ ending: { known: false } }]);
  });

  it('of a load balancer that denies them are a gap; of one that is gone they are none', async () => {
    plant([balancer('application'), balancer('network')]);
    client
      .on(DescribeListenersCommand, { LoadBalancerArn: `${prefix}:loadbalancer/application` })
      .rejects(fault('LoadBalancerNotFoundException'))
      .on(DescribeListenersCommand, { LoadBalancerArn: `${prefix}:loadbalancer/network` })
      .rejects(fault('AccessDenied'));
    const { value, gathered } = await gatherFrom(listeners);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
    expect([...(gathered.get(listenersOf, 'eu-west-1').gone ?? [])]).toHaveLength(1);
  });
});

describe('rules', () => {
  it('are asked of listeners for HTTP alone, and not where the default forwards', async () => {
    plant(
      [balancer('application')],
      [
        listener(80, 'HTTP', redirect('HTTPS')),
        listener(8080, 'HTTP', forward),
        listener(443, 'HTTPS', forward, 'ELBSecurityPolicy-2016-08'),
      ],
    );
    const Rules: readonly object[] = [
      { RuleArn: 'arn:1', Priority: '10', IsDefault: false, Actions: [forward] },
      { RuleArn: 'arn:2', Priority: 'default', IsDefault: true, Actions: [redirect('HTTPS')] },
    ];
    client.on(DescribeRulesCommand).callsFake(() => ({ Rules, $metadata: {} }));
    const { value, gathered } = await gatherFrom(httpRules);
    expect(client.commandCalls(DescribeRulesCommand)).toHaveLength(1);
    const [first] = gathered.get(listeners, 'eu-west-1').items;
    expect(first && Observed.open(value.of(first))).toMatchObject({
      value: [{ priority: '10', ending: { value: 'forward' } }],
    });
  });
});

describe('TLS policies', () => {
  it('are asked for where a listener has one that AWS does not recommend, each once', async () => {
    const old = 'ELBSecurityPolicy-2016-08';
    plant(
      [balancer('application')],
      [
        listener(443, 'HTTPS', forward, old),
        listener(8443, 'HTTPS', forward, old),
        listener(9443, 'HTTPS', forward, 'ELBSecurityPolicy-TLS13-1-3-2021-06'),
      ],
    );
    const SslPolicies = [{ Name: old, SslProtocols: ['TLSv1', 'TLSv1.2'] }];
    client.on(DescribeSSLPoliciesCommand, { Names: [old] }).resolves(answer({ SslPolicies }));
    const { value } = await gatherFrom(sslPolicies);
    expect(value.items).toMatchObject([{ name: old, protocols: { value: ['TLSv1', 'TLSv1.2'] } }]);
  });

  it('are not asked for where all have recommended ones', async () => {
    plant(
      [balancer('application')],
      [listener(443, 'HTTPS', forward, 'ELBSecurityPolicy-TLS13-1-3-2021-06')],
    );
    await gatherFrom(sslPolicies);
    expect(client.commandCalls(DescribeSSLPoliciesCommand)).toHaveLength(0);
  });

  it('with an unheard-of protocol are not guessed', async () => {
    plant([balancer('application')], [listener(443, 'HTTPS', forward, 'New')]);
    const SslPolicies = [{ Name: 'New', SslProtocols: ['TLSv1.4'] }];
    client.on(DescribeSSLPoliciesCommand).resolves(answer({ SslPolicies }));
    const { value } = await gatherFrom(sslPolicies);
    expect(value.items).toMatchObject([{ protocols: { known: false } }]);
  });
});
