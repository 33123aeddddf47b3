import {
  type ContainerDefinition,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  ListTaskDefinitionFamiliesCommand,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { taskDefinitions } from '../../../src/collectors/ecs/task-definitions.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ECSClient);

const arnOf = (revision: string) =>
  `arn:aws:ecs:eu-west-1:111122223333:task-definition/${revision}`;

/** A container as ECS tells it where nothing but the image was set. */
const plain = {
  name: 'api',
  image: 'api:1',
  cpu: 0,
  essential: true,
  environment: [],
  mountPoints: [],
} satisfies ContainerDefinition;

const api7 = {
  taskDefinitionArn: arnOf('api:7'),
  family: 'api',
  revision: 7,
  status: 'ACTIVE',
  requiresCompatibilities: ['FARGATE'],
  compatibilities: ['EC2', 'FARGATE'],
  networkMode: 'awsvpc',
  containerDefinitions: [plain],
  volumes: [],
} satisfies TaskDefinition;

beforeEach(() => {
  client.reset();
  client.on(ListClustersCommand).resolves(answer({ clusterArns: [] }));
  client.on(ListTaskDefinitionFamiliesCommand).resolves(answer({ families: ['api'] }));
});

function given(taskDefinition: TaskDefinition) {
  client.on(DescribeTaskDefinitionCommand).resolves(answer({ taskDefinition }));
}

async function one(taskDefinition: TaskDefinition) {
  given(taskDefinition);
  const { value, ledger } = await gatherFrom(taskDefinitions);
  const [definition] = value.items;
  if (!definition) throw new Error('there is no task definition');
  return { definition, ledger };
}

async function containerOf(set: Partial<ContainerDefinition>) {
  const { definition } = await one({ ...api7, containerDefinitions: [{ ...plain, ...set }] });
  const state = Observed.open(definition.containers);
  const container = state.known ? state.value[0] : undefined;
  if (!container) throw new Error('there is no container');
  return container;
}

describe('task definitions', () => {
  it('are the newest active revision of each family', async () => {
    const { definition } = await one(api7);
    expect(definition).toMatchObject({ name: 'api:7', arn: arnOf('api:7') });
    const asked = client.commandCalls(DescribeTaskDefinitionCommand);
    expect(asked.map(({ args: [{ input }] }) => input)).toEqual([{ taskDefinition: 'api' }]);
  });

  it('are those too that services run, and no other revision', async () => {
    const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
    const serviceArn = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/api';
    client.on(ListClustersCommand).resolves(answer({ clusterArns: [cluster] }));
    client.on(ListServicesCommand).resolves(answer({ serviceArns: [serviceArn] }));
    const service = {
      serviceArn,
      serviceName: 'api',
      launchType: 'FARGATE' as const,
      taskDefinition: arnOf('api:7'),
      deployments: [{ taskDefinition: arnOf('api:5') }],
    };
    client.on(DescribeServicesCommand).resolves(answer({ services: [service], failures: [] }));
    given(api7);
    client.on(DescribeTaskDefinitionCommand, { taskDefinition: arnOf('api:5') }).resolves(
      answer({
        taskDefinition: { ...api7, taskDefinitionArn: arnOf('api:5'), status: 'INACTIVE' },
      }),
    );
    const { value } = await gatherFrom(taskDefinitions);
    expect(value.items.map(({ name }) => name)).toEqual(['api:7', 'api:5']);
    expect(value.gaps).toEqual([]);
  });

  it('are not known in full where one may not be described, or what services run', async () => {
    client.on(DescribeTaskDefinitionCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(taskDefinitions);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
    given(api7);
    client.on(ListClustersCommand).rejects(fault('AccessDeniedException'));
    const { value: other } = await gatherFrom(taskDefinitions);
    expect(other).toMatchObject({ items: [{ name: 'api:7' }], gaps: [{ reason: 'denied' }] });
  });

  it.each([
    { requires: ['FARGATE' as const], service: 'ecs-fargate' },
    { requires: ['EC2' as const, 'FARGATE' as const], service: undefined },
    { requires: ['EXTERNAL' as const], service: undefined },
    { requires: undefined, service: undefined },
  ])('for $requires belong to $service', async ({ requires, service }) => {
    const { definition } = await one({ ...api7, requiresCompatibilities: requires });
    expect(definition.service).toBe(service);
  });

  it('for a launch type that is unheard of are not judged', async () => {
    const { definition } = await one({ ...api7, requiresCompatibilities: JSON.parse('["MOON"]') });
    expect(definition.judgedIf && Observed.open(definition.judgedIf)).toMatchObject({
      known: false,
    });
  });

  it.each([
    { set: {}, is: { known: true, value: false } },
    {
      set: { runtimePlatform: { operatingSystemFamily: 'LINUX' as const } },
      is: { known: true, value: false },
    },
    {
      set: { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' as const } },
      is: { known: true, value: true },
    },
    {
      set: {
        placementConstraints: [
          { type: 'memberOf' as const, expression: "attribute:ecs.os-type == 'windows'" },
        ],
      },
      is: { known: true, value: true },
    },
    {
      set: { runtimePlatform: { operatingSystemFamily: JSON.parse('"BEOS"') } },
      is: { known: false },
    },
  ])('run on Windows where they say so: $is', async ({ set, is }) => {
    const { definition } = await one({ ...api7, ...set });
    expect(Observed.open(definition.isWindows)).toMatchObject(is);
  });

  it('without a network mode have that of Docker, and one that is unheard of is unreadable', async () => {
    const { networkMode: _mode, ...silent } = api7;
    const { definition } = await one(silent);
    expect(Observed.open(definition.networkMode)).toMatchObject({ value: 'bridge' });
    const { definition: other } = await one({ ...api7, networkMode: JSON.parse('"warp"') });
    expect(Observed.open(other.networkMode)).toMatchObject({ known: false });
  });
});

describe('the volumes of a task definition', () => {
  it.each([
    { encryption: 'ENABLED' as const, is: { value: [{ name: 'data', isOverTls: true }] } },
    { encryption: 'DISABLED' as const, is: { value: [{ name: 'data', isOverTls: false }] } },
    { encryption: undefined, is: { value: [{ name: 'data', isOverTls: false }] } },
    { encryption: JSON.parse('"MAYBE"'), is: { known: false } },
  ])('of EFS are mounted over TLS where they say so: $encryption', async ({ encryption, is }) => {
    const efsVolumeConfiguration = { fileSystemId: 'fs-1', transitEncryption: encryption };
    const volumes = [{ name: 'scratch' }, { name: 'data', efsVolumeConfiguration }];
    const { definition } = await one({ ...api7, volumes });
    expect(Observed.open(definition.efsVolumes)).toMatchObject(is);
  });

  it('that are not told are not known', async () => {
    const { definition } = await one({ ...api7, volumes: undefined });
    expect(Observed.open(definition.efsVolumes)).toMatchObject({ known: false });
  });
});

describe('a container', () => {
  it('of which nothing was set is neither privileged nor read-only, and has no user and no logs', async () => {
    const container = await containerOf({});
    expect(container).toMatchObject({
      isPrivileged: false,
      hasReadOnlyRoot: false,
      user: undefined,
      isLogRouter: false,
    });
    expect(Observed.open(container.logDriver)).toMatchObject({ known: true, value: undefined });
  });

  it('without its variables keeps all else', async () => {
    const container = await containerOf({ environment: undefined, user: 'app' });
    expect(container.user).toBe('app');
    expect(Observed.open(container.variables)).toMatchObject({ known: false });
  });

  it('with a log driver that is unheard of has logs that are not known', async () => {
    const logDriver: 'awslogs' = JSON.parse('"pigeon"');
    const container = await containerOf({ logConfiguration: { logDriver } });
    expect(Observed.open(container.logDriver)).toMatchObject({ known: false });
  });

  it('keeps neither the values of its variables nor its commands', async () => {
    const secret = 'correct-horse-battery';
    const { definition } = await one({
      ...api7,
      containerDefinitions: [
        {
          ...plain,
          environment: [
            { name: 'DB_PASSWORD', value: secret },
            { name: 'LOG_LEVEL', value: 'debug' },
          ],
          command: ['serve', `--password=${secret}`],
          entryPoint: [`PASSWORD=${secret}`],
          dockerLabels: { note: secret },
          healthCheck: { command: [secret] },
          logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret } },
        },
      ],
    });
    expect(JSON.stringify(definition)).not.toContain(secret);
    const state = Observed.open(definition.containers);
    const [container] = state.known ? state.value : [];
    expect(container && Observed.open(container.variables)).toMatchObject({
      value: {
        names: ['DB_PASSWORD', 'LOG_LEVEL'],
        secrets: [{ kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false }],
      },
    });
  });
});
