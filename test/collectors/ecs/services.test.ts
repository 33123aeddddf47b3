import {
  ClusterNotFoundException,
  DescribeServicesCommand,
  ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  type Service,
} from '@aws-sdk/client-ecs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { ecsServices, fargateServices } from '../../../src/collectors/ecs/services.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ECSClient);

const arnOf = (kind: string, name: string) => `arn:aws:ecs:eu-west-1:111122223333:${kind}/${name}`;
const cluster = arnOf('cluster', 'shop');

/** A service on Fargate as DescribeServices tells it. */
const api = {
  serviceArn: arnOf('service', 'shop/api'),
  serviceName: 'api',
  clusterArn: cluster,
  status: 'ACTIVE',
  launchType: 'FARGATE',
  platformVersion: 'LATEST',
  platformFamily: 'Linux',
  taskDefinition: arnOf('task-definition', 'api:7'),
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp: 'ENABLED' },
  },
} as const satisfies Service;

beforeEach(() => {
  client.reset();
  client.on(ListClustersCommand).resolves(answer({ clusterArns: [cluster] }));
});

function given(...services: readonly Service[]) {
  const serviceArns = services.map(({ serviceArn = '' }) => serviceArn);
  client.on(ListServicesCommand).resolves(answer({ serviceArns }));
  client.on(DescribeServicesCommand).resolves(answer({ services: [...services], failures: [] }));
}

async function one() {
  const { value } = await gatherFrom(ecsServices);
  const [service] = value.items;
  if (!service) throw new Error('there is no service');
  return service;
}

const opened = <T>(observed: Observed<T> | undefined) => observed && Observed.open(observed);

describe('services', () => {
  it('are asked for ten at a time, in each cluster', async () => {
    const serviceArns = Array.from({ length: 12 }, (_, at) => arnOf('service', `shop/${at}`));
    client.on(ListServicesCommand).resolves(answer({ serviceArns }));
    client.on(DescribeServicesCommand).callsFake((input: { services: string[] }) => ({
      services: input.services.map((serviceArn) => ({ ...api, serviceArn })),
      failures: [],
      $metadata: {},
    }));
    const { value } = await gatherFrom(ecsServices);
    expect(value.items.map(({ arn }) => arn)).toEqual(serviceArns);
    const asked = client.commandCalls(DescribeServicesCommand);
    expect(asked.map(({ args: [{ input }] }) => input.services?.length)).toEqual([10, 2]);
  });

  it('of a cluster that was deleted since are none', async () => {
    const message = 'Cluster not found.';
    client
      .on(ListServicesCommand)
      .rejects(new ClusterNotFoundException({ message, $metadata: {} }));
    const { value } = await gatherFrom(ecsServices);
    expect(value).toMatchObject({ items: [], gaps: [] });
  });

  it('that were deleted since are left out, and others that could not be described are a gap', async () => {
    const serviceArns = [api.serviceArn, arnOf('service', 'shop/old'), arnOf('service', 'shop/x')];
    client.on(ListServicesCommand).resolves(answer({ serviceArns }));
    client.on(DescribeServicesCommand).resolvesOnce(
      answer({
        services: [api],
        failures: [
          { arn: serviceArns[1], reason: 'MISSING' },
          { arn: serviceArns[2], reason: 'ACCESS_DENIED' },
        ],
      }),
    );
    const { value } = await gatherFrom(ecsServices);
    expect(value).toMatchObject({ items: [{ name: 'api' }], gaps: [{ reason: 'failed' }] });
    expect(value.gaps).toHaveLength(1);
  });

  it('of clusters that may not be listed are a gap, and so are those of one that may not be asked', async () => {
    client.on(ListServicesCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(ecsServices);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
    client.on(ListClustersCommand).rejects(fault('AccessDeniedException'));
    const { value: none } = await gatherFrom(ecsServices);
    expect(none).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
  });
});

describe('a service', () => {
  it.each([
    { set: {}, service: 'ecs-fargate' },
    { set: { launchType: 'EC2' as const }, service: undefined },
    { set: { launchType: 'EXTERNAL' as const }, service: undefined },
    { set: { launchType: 'MANAGED_INSTANCES' as const }, service: undefined },
    {
      set: {
        launchType: undefined,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }],
      },
      service: 'ecs-fargate',
    },
    {
      set: { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'my-group' }] },
      service: undefined,
    },
  ])('belongs to $service', async ({ set, service }) => {
    given({ ...api, ...set });
    expect((await one()).service).toBe(service);
  });

  it('whose launch type is unheard of is not judged, on Fargate or elsewhere', async () => {
    given({ ...api, launchType: JSON.parse('"MOON"') });
    expect(opened((await one()).judgedIf)).toMatchObject({ known: false });
    const { value } = await gatherFrom(fargateServices);
    expect(value.items).toHaveLength(1);
  });

  it('on instances is none of Fargate', async () => {
    given({ ...api, launchType: 'EC2' });
    const { value } = await gatherFrom(fargateServices);
    expect(value.items).toEqual([]);
  });

  it.each([
    { name: 'ENABLED', network: api.networkConfiguration, is: true },
    {
      name: 'nothing, which is DISABLED',
      network: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      is: false,
    },
    { name: 'no network of its own', network: undefined, is: undefined },
  ])('with $name for the address', async ({ network, is }) => {
    given({ ...api, networkConfiguration: network });
    const [part] = (await one()).parts;
    expect(opened(part?.assignsPublicIp)).toMatchObject({ known: true, value: is });
  });

  it('that another controller deploys has task sets with settings of their own', async () => {
    const { launchType, platformVersion, taskDefinition, networkConfiguration, ...rest } = api;
    const set = { launchType, platformVersion, taskDefinition, networkConfiguration };
    given({ ...rest, taskSets: [{ id: 'ecs-svc/1', ...set }] });
    const { parts, service, taskDefinitions } = await one();
    expect(service).toBe('ecs-fargate');
    expect(parts.map(({ name }) => name)).toEqual(['the service', 'task set ecs-svc/1']);
    expect(parts.map(({ launch }) => opened(launch))).toMatchObject([
      { value: 'none' },
      { value: 'fargate' },
    ]);
    expect(taskDefinitions).toEqual([taskDefinition]);
  });

  it('runs the revisions of its deployments too', async () => {
    const old = arnOf('task-definition', 'api:6');
    given({
      ...api,
      deployments: [{ taskDefinition: api.taskDefinition }, { taskDefinition: old }],
    });
    const { taskDefinitions } = await one();
    expect(new Set(taskDefinitions)).toEqual(new Set([api.taskDefinition, old]));
  });
});
