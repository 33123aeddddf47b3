import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  type ContainerDefinition,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import * as sdk from '@aws-sdk/client-ecs';
import { ecs as service } from '../../src/collectors/ecs/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';
import ec2 from './ec2/service.ts';

const bookings: ContainerDefinition = {
  name: 'api',
  image: `${ACCOUNT_ID}.dkr.ecr.${HOME}.amazonaws.com/nwh/bookings-api:2.4.1`,
  memory: 512,
  user: '1000:1000',
  readonlyRootFilesystem: true,
  environment: [{ name: 'LOG_LEVEL', value: 'info' }],
  secrets: [
    {
      name: 'DB_PASSWORD',
      valueFrom: `arn:aws:secretsmanager:${HOME}:${ACCOUNT_ID}:secret:nwh/bookings-db-a1b2c3`,
    },
  ],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/nwh/bookings', 'awslogs-region': HOME },
  },
};

/** Its password stands in its variables, and it writes where it likes, as root, and nobody keeps what it logs. */
const berthSync: ContainerDefinition = {
  name: 'sync',
  image: 'public.ecr.aws/nwh/berth-sync:latest',
  memory: 512,
  environment: [{ name: 'HARBOUR_PASSWORD', value: 'tide-table-1912' }],
};

const hostAgent: ContainerDefinition = {
  name: 'agent',
  image: 'nwh/host-agent:7',
  memory: 256,
  privileged: true,
  user: '0',
  readonlyRootFilesystem: true,
  environment: [],
  logConfiguration: { logDriver: 'json-file' },
};

interface Family extends Pick<
  RegisterTaskDefinitionCommandInput,
  'networkMode' | 'pidMode' | 'requiresCompatibilities' | 'volumes'
> {
  readonly family: string;
  readonly region: string;
  readonly container: ContainerDefinition;
  /** The checks of `judged` that fail; the others pass. */
  readonly fails: readonly string[];
  /** What other checks say. */
  readonly also?: Readonly<Record<string, 'pass' | 'fail'>>;
}

const judged = [
  'ecs-task-no-privileged',
  'ecs-task-env-no-secrets',
  'ecs-task-no-host-network',
  'ecs-task-no-host-pid',
  'ecs-task-read-only-root',
  'ecs-task-non-root-user',
  'ecs-task-logging',
];

const efsVolume = (name: string, transitEncryption: 'ENABLED' | undefined) => ({
  name,
  efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d4e5f60718', transitEncryption },
});

const FAMILIES: readonly Family[] = [
  {
    family: 'nwh-bookings-api',
    region: HOME,
    container: bookings,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    volumes: [efsVolume('exports', 'ENABLED')],
    fails: [],
    also: { 'ecs-task-efs-in-transit': 'pass' },
  },
  {
    family: 'nwh-berth-sync',
    region: US,
    container: berthSync,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    volumes: [efsVolume('tides', undefined)],
    also: { 'ecs-task-efs-in-transit': 'fail' },
    fails: [
      'ecs-task-env-no-secrets',
      'ecs-task-read-only-root',
      'ecs-task-non-root-user',
      'ecs-task-logging',
    ],
  },
  {
    family: 'nwh-host-agent',
    region: SECOND,
    container: hostAgent,
    requiresCompatibilities: ['EC2'],
    networkMode: 'host',
    pidMode: 'host',
    fails: [
      'ecs-task-no-privileged',
      'ecs-task-no-host-network',
      'ecs-task-no-host-pid',
      'ecs-task-non-root-user',
    ],
  },
];

/** On Windows there is neither a read-only root nor root. */
const WINDOWS = [
  { family: 'nwh-gate-kiosk', user: 'ContainerUser', outcome: 'pass' },
  { family: 'nwh-weighbridge', user: 'ContainerAdministrator', outcome: 'fail' },
] as const;

async function plantWindows(site: Site, ecs: ECSClient): Promise<void> {
  for (const { family, user, outcome } of WINDOWS) {
    const container = { name: 'app', image: `${family}:3`, memory: 1024, user };
    await ecs.send(
      new RegisterTaskDefinitionCommand({
        family,
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        containerDefinitions: [{ ...container, logConfiguration: { logDriver: 'awslogs' } }],
      }),
    );
    const arn = `arn:aws:ecs:${SECOND}:${ACCOUNT_ID}:task-definition/${family}:1`;
    site.expect('ecs-task-non-admin-user', arn, outcome);
  }
}

/** Two services on Fargate, of which one is pinned to an old platform and public; and one on instances. */
async function plant(site: Site): Promise<void> {
  const clients = new Map(
    [HOME, SECOND, US].map((region) => [region, site.client(ECSClient, region, 90)]),
  );
  const clientIn = (region: string) => clients.get(region) ?? site.client(ECSClient, region, 90);
  for (const [region, ecs] of clients) {
    await ecs.send(new CreateClusterCommand({ clusterName: `nwh-${region}` }));
  }
  for (const { region, container, fails, also = {}, ...definition } of FAMILIES) {
    await clientIn(region).send(
      new RegisterTaskDefinitionCommand({
        ...definition,
        cpu: '256',
        memory: '512',
        containerDefinitions: [container],
      }),
    );
    const arn = `arn:aws:ecs:${region}:${ACCOUNT_ID}:task-definition/${definition.family}:1`;
    for (const check of judged) site.expect(check, arn, fails.includes(check) ? 'fail' : 'pass');
    for (const [check, outcome] of Object.entries(also)) site.expect(check, arn, outcome);
  }
  await plantWindows(site, clientIn(SECOND));
  await plantServices(site, clientIn);
}

async function plantServices(site: Site, clientIn: (region: string) => ECSClient): Promise<void> {
  const { production, groupId } = await ec2.planted(site);
  const common = { desiredCount: 2, cluster: `nwh-${HOME}`, launchType: 'FARGATE' as const };
  const networkOf = (assignPublicIp: 'ENABLED' | 'DISABLED') => ({
    awsvpcConfiguration: {
      subnets: [production.subnetIds[1]],
      securityGroups: [groupId('freight-api')],
      assignPublicIp,
    },
  });
  const home = clientIn(HOME);
  await home.send(
    new CreateServiceCommand({
      ...common,
      serviceName: 'bookings-api',
      taskDefinition: 'nwh-bookings-api',
      platformVersion: 'LATEST',
      networkConfiguration: networkOf('DISABLED'),
    }),
  );
  await home.send(
    new CreateServiceCommand({
      ...common,
      serviceName: 'berth-board',
      taskDefinition: 'nwh-bookings-api',
      platformVersion: '1.3.0',
      networkConfiguration: networkOf('ENABLED'),
    }),
  );
  await clientIn(SECOND).send(
    new CreateServiceCommand({
      cluster: `nwh-${SECOND}`,
      serviceName: 'host-agent',
      taskDefinition: 'nwh-host-agent',
      launchType: 'EC2',
      schedulingStrategy: 'DAEMON',
      desiredCount: 1,
    }),
  );
  for (const [name, outcome] of [
    ['bookings-api', 'pass'],
    ['berth-board', 'fail'],
  ] as const) {
    const arn = `arn:aws:ecs:${HOME}:${ACCOUNT_ID}:service/nwh-${HOME}/${name}`;
    site.expect('ecs-service-no-public-ip', arn, outcome);
    site.expect('ecs-fargate-latest-platform', arn, outcome);
  }
}

export default emulate({ service, sdk, Client: ECSClient, plant });
