import {
  DescribeLoadBalancersCommand,
  ElasticLoadBalancingClient,
} from '@aws-sdk/client-elastic-load-balancing';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { classicLoadBalancers } from '../../../src/collectors/elb/classic-load-balancers.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ElasticLoadBalancingClient);

beforeEach(() => {
  client.reset();
});

const mail = {
  LoadBalancerName: 'mail',
  AvailabilityZones: ['eu-west-1a', 'eu-west-1b'],
  ListenerDescriptions: [
    {
      Listener: {
        Protocol: 'ssl',
        LoadBalancerPort: 465,
        InstancePort: 25,
        SSLCertificateId: 'arn:aws:acm:eu-west-1:111122223333:certificate/1',
      },
    },
    { Listener: { Protocol: 'TCP', LoadBalancerPort: 25, InstancePort: 25 } },
  ],
};

async function gather(...descriptions: readonly object[]) {
  client
    .on(DescribeLoadBalancersCommand)
    .resolves(answer({ LoadBalancerDescriptions: [...descriptions] }));
  const { value } = await gatherFrom(classicLoadBalancers);
  return value;
}

it('reads every page, whatever the case of a protocol', async () => {
  client
    .on(DescribeLoadBalancersCommand)
    .resolves(answer({ LoadBalancerDescriptions: [mail], NextMarker: 'm' }))
    .on(DescribeLoadBalancersCommand, { Marker: 'm' })
    .resolves(answer({ LoadBalancerDescriptions: [{ ...mail, LoadBalancerName: 'web' }] }));

  const { value } = await gatherFrom(classicLoadBalancers);

  expect(value.gaps).toEqual([]);
  expect(value.items).toMatchObject([
    {
      arn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/mail',
      zones: { value: 2 },
      listeners: {
        value: [
          { port: 465, protocol: 'SSL' },
          { port: 25, protocol: 'TCP', certificate: null },
        ],
      },
    },
    { name: 'web' },
  ]);
});

it.each([
  ['an unheard-of protocol', [{ Listener: { Protocol: 'QUIC', LoadBalancerPort: 1 } }]],
  [
    'no certificate of a listener for HTTPS',
    [{ Listener: { Protocol: 'HTTPS', LoadBalancerPort: 1 } }],
  ],
  ['no listeners', undefined],
])('leaves the listeners unreadable where the answer has %s', async (_, ListenerDescriptions) => {
  const [balancer] = (await gather({ ...mail, ListenerDescriptions })).items;
  expect(balancer && Observed.open(balancer.listeners)).toMatchObject({ known: false });
});

it('a Region that denies it is a gap, and no empty list', async () => {
  client.on(DescribeLoadBalancersCommand).rejects(fault('AccessDenied'));
  const { value } = await gatherFrom(classicLoadBalancers);
  expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
});
