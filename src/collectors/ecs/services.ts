/** Services of ECS with what runs in them: where the tasks run, on which platform, and with which network. */
import type { NetworkConfiguration, Service as AnswerService, TaskSet } from '@aws-sdk/client-ecs';
import { oneOf } from '../../aws/one-of.ts';
import type { Aws, Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { inBatches, joinListings, reachedBy } from '../../collect/join-listings.ts';
import { type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import { clusters, itemsPerPage } from './clusters.ts';
import { DescribeServices, ListServices } from './operations.ts';

export interface EcsService extends Resource {
  /** The service itself, and each of its task sets where another controller than ECS deploys it. */
  readonly parts: readonly ServicePart[];
  /** ARNs of the revisions of task definitions that it runs. */
  readonly taskDefinitions: readonly string[];
}

/** What runs tasks, with settings of its own. */
export interface ServicePart {
  /** In words of a reason: "the service", "task set ecs-svc/1". */
  readonly name: string;
  readonly launch: Observed<Launch>;
  /** Undefined where the network is not `awsvpc`, so that tasks have no address of their own. */
  readonly assignsPublicIp: Observed<boolean | undefined>;
  /** `LATEST` or a number such as `1.4.0`; of tasks on Fargate alone. */
  readonly platformVersion: Observed<string>;
  /** `Linux`, or a version of Windows Server; of tasks on Fargate alone. */
  readonly platformFamily: Observed<string>;
}

/**
 * Whose the hosts of the tasks are. `none`: nothing was said, because the task sets say it.
 */
export type Launch = 'fargate' | 'instances' | 'none';

/** The largest batch of the operation. */
const servicesPerCall = 10;

export const ecsServices = defineCollector({
  id: 'ecs.services',
  service: 'ecs-ec2',
  scope: 'regional',
  calls: [ListServices, DescribeServices],
  needs: { clusters },
  gather: async (aws, given): Promise<Listing<EcsService>> => {
    const ofClusters = given.clusters.items.map(async (cluster) => {
      const listed = await aws.list(
        ListServices,
        { cluster: cluster.arn, maxResults: itemsPerPage },
        'serviceArns',
        (arn) => arn,
      );
      const described = inBatches(listed.items, servicesPerCall).map((services) =>
        describe(aws, { cluster: cluster.arn, services: [...services] }),
      );
      const pages = [...pagesOf(cluster, given.clusters.sources), ...listed.sources];
      return joinListings([
        { ...listed, items: [] },
        reachedBy(pages, joinListings(await Promise.all(described))),
      ]);
    });
    const { gaps, sources } = given.clusters;
    return joinListings([{ items: [], gaps, sources }, ...(await Promise.all(ofClusters))]);
  },
});

async function describe(
  aws: Aws,
  batch: { readonly cluster: string; readonly services: string[] },
): Promise<Listing<EcsService>> {
  const [found, missing] = await Promise.all([
    aws.list(DescribeServices, batch, 'services', (service, members) =>
      serviceOf(service, members, aws.region),
    ),
    aws.list(DescribeServices, batch, 'failures', ifNotMissing),
  ]);
  return joinListings([found, missing]);
}

/** Those with tasks on Fargate, and those of which that could not be read. */
export const fargateServices = defineCollector({
  id: 'ecs.fargate-services',
  service: 'ecs-fargate',
  scope: 'regional',
  calls: [],
  needs: { services: ecsServices },
  gather: (_, { services }): Listing<EcsService> => ({
    ...services,
    items: services.items.filter((each) => each.service === 'ecs-fargate' || each.judgedIf),
  }),
});

/** A service that was deleted since it was listed is missing, and no gap. */
function ifNotMissing(
  { reason }: { readonly reason?: string | undefined },
  { unusable }: Members,
): EcsService[] {
  return reason === 'MISSING' ? [] : unusable('a service could not be described');
}

function serviceOf(service: AnswerService, members: Members, region: string): EcsService {
  const { must } = members;
  // Services that ECS deploys have no task sets.
  const sets = service.taskSets ?? [];
  const parts = [
    partOf('the service', service, members),
    ...sets.map((set) => partOf(`task set ${must(set, 'id')}`, set, members)),
  ];
  const launches = parts.map(({ launch }) => Observed.open(launch));
  const isFargate = launches.some((launch) => launch.known && launch.value === 'fargate');
  const unread = parts.find((_, index) => launches[index]?.known === false);
  return {
    arn: must(service, 'serviceArn'),
    type: 'AWS::ECS::Service',
    name: must(service, 'serviceName'),
    region,
    ...(isFargate ? { service: 'ecs-fargate' as const } : {}),
    ...(unread ? { judgedIf: unread.launch } : {}),
    parts,
    // The task sets have the revisions where the service has none of its own.
    taskDefinitions: [service, ...(service.deployments ?? []), ...sets].flatMap(
      ({ taskDefinition }) => taskDefinition ?? [],
    ),
  };
}

type AnswerPart = Pick<
  TaskSet,
  | 'launchType'
  | 'capacityProviderStrategy'
  | 'networkConfiguration'
  | 'platformVersion'
  | 'platformFamily'
>;

function partOf(name: string, part: AnswerPart, members: Members): ServicePart {
  const { field, observe } = members;
  return {
    name,
    launch: observe(() => launchOf(part, members)),
    assignsPublicIp: observe(() => publicIpOf(part.networkConfiguration, members)),
    platformVersion: field(part, 'platformVersion'),
    platformFamily: field(part, 'platformFamily'),
  };
}

const launchTypes = ['EC2', 'EXTERNAL', 'FARGATE', 'MANAGED_INSTANCES'] as const;

/** Capacity providers of Fargate; any other is the customer's. Amazon ECS developer guide, "Capacity providers". */
const fargateProviders: ReadonlySet<string> = new Set(['FARGATE', 'FARGATE_SPOT']);

/** Amazon ECS API reference, "Service": it has a launch type, or a strategy of capacity providers in its place. */
function launchOf(part: AnswerPart, members: Members): Launch {
  if (part.launchType !== undefined) {
    return oneOf(part.launchType, launchTypes, members) === 'FARGATE' ? 'fargate' : 'instances';
  }
  const providers = (part.capacityProviderStrategy ?? []).map((item) =>
    members.must(item, 'capacityProvider'),
  );
  if (providers.length === 0) return 'none';
  return providers.some((each) => fargateProviders.has(each)) ? 'fargate' : 'instances';
}

function publicIpOf(
  network: NetworkConfiguration | undefined,
  members: Members,
): boolean | undefined {
  const own = network?.awsvpcConfiguration;
  if (own === undefined) return undefined;
  // Amazon ECS API reference, "AwsVpcConfiguration": where nothing was said it is DISABLED.
  if (own.assignPublicIp === undefined) return false;
  return oneOf(own.assignPublicIp, ['ENABLED', 'DISABLED'], members) === 'ENABLED';
}
