/**
 * Revisions of task definitions that tasks are started from: the newest active one of each family, and those that services
 * run. Of the older ones, which are kept for ever, nobody is asked.
 */
import type {
  ContainerDefinition,
  TaskDefinition as AnswerDefinition,
  Volume,
} from '@aws-sdk/client-ecs';
import { oneOf } from '../../aws/one-of.ts';
import type { Aws, Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { joinListings, listingOfEach, reachedBy } from '../../collect/join-listings.ts';
import {
  type Listed,
  type Listing,
  type Observed,
  pagesOf,
  type Source,
} from '../../observe/observed.ts';
import { listed } from '../../policy/text.ts';
import type { FoundSecrets } from '../../reasoning/secrets/detect.ts';
import { secretsIn } from '../../reasoning/secrets/environment.ts';
import { itemsPerPage } from './clusters.ts';
import { DescribeTaskDefinition, ListTaskDefinitionFamilies } from './operations.ts';
import { type EcsService, ecsServices } from './services.ts';

export interface TaskDefinition extends Resource {
  readonly isWindows: Observed<boolean>;
  readonly networkMode: Observed<string>;
  /** Whose processes the containers see; undefined where each sees its own. */
  readonly pidMode: Observed<'host' | 'task' | undefined>;
  readonly containers: Observed<readonly Container[]>;
  readonly efsVolumes: Observed<readonly EfsVolume[]>;
}

/** A file system of EFS that tasks mount. */
export interface EfsVolume {
  readonly name: string;
  readonly isOverTls: boolean;
}

export interface Container {
  readonly name: string;
  readonly isPrivileged: boolean;
  readonly hasReadOnlyRoot: boolean;
  /** Undefined where the image decides. */
  readonly user: string | undefined;
  readonly logDriver: Observed<string | undefined>;
  /** Whether it is the one that takes the logs of the others away (FireLens). */
  readonly isLogRouter: boolean;
  readonly variables: Observed<ContainerVariables>;
}

export interface ContainerVariables {
  /** What the variables look like that are given in plain text. */
  readonly secrets: readonly FoundSecrets[];
  readonly names: readonly string[];
  /** Whether more variables come out of files in S3. */
  readonly hasFiles: boolean;
}

export const taskDefinitions = defineCollector({
  id: 'ecs.task-definitions',
  service: 'ecs-ec2',
  scope: 'regional',
  calls: [ListTaskDefinitionFamilies, DescribeTaskDefinition],
  needs: { services: ecsServices },
  gather: async (aws, { services }): Promise<Listing<TaskDefinition>> => {
    const families = await aws.list(
      ListTaskDefinitionFamilies,
      { status: 'ACTIVE', maxResults: itemsPerPage },
      'families',
      (name): Family => ({ name }),
      { key: ({ name }) => name },
    );
    const newest = families.items.map(async (family) =>
      // By its family alone, a task definition is the newest active revision.
      reachedBy(pagesOf(family, families.sources), await describe(aws, family.name)),
    );
    const ofFamilies = joinListings([{ ...families, items: [] }, ...(await Promise.all(newest))]);
    const known = new Set(ofFamilies.items.map(({ arn }) => arn));
    const older = [...revisionsOf(services)]
      .filter(([arn]) => !known.has(arn))
      .map(async ([arn, pages]) => reachedBy(pages, await describe(aws, arn)));
    return joinListings([ofFamilies, { ...services, items: [] }, ...(await Promise.all(older))]);
  },
});

interface Family extends Listed {
  readonly name: string;
}

/** ARNs of the revisions that services run, each with the calls that told of it. */
function revisionsOf(services: Listing<EcsService>): ReadonlyMap<string, readonly Source[]> {
  return new Map(
    services.items.flatMap((service) => {
      const pages = pagesOf(service, services.sources);
      return service.taskDefinitions.map((arn): [string, readonly Source[]] => [arn, pages]);
    }),
  );
}

async function describe(aws: Aws, taskDefinition: string): Promise<Listing<TaskDefinition>> {
  const described = await aws.get(DescribeTaskDefinition, { taskDefinition }, (answer, members) =>
    definitionOf(members.must(answer, 'taskDefinition'), members, aws.region),
  );
  return listingOfEach([described]);
}
const compatibilities = ['EC2', 'EXTERNAL', 'FARGATE', 'MANAGED_INSTANCES'] as const;
const networkModes = ['awsvpc', 'bridge', 'default', 'host', 'none'] as const;

function definitionOf(
  definition: AnswerDefinition,
  members: Members,
  region: string,
): TaskDefinition {
  const { must, observe } = members;
  // Left out where the definition was registered for no launch type.
  const requires = definition.requiresCompatibilities ?? [];
  const isFargate = requires.length > 0 && requires.every((each) => each === 'FARGATE');
  const arn = must(definition, 'taskDefinitionArn');
  return {
    arn,
    type: 'AWS::ECS::TaskDefinition',
    name: arn.slice(arn.indexOf('/') + 1),
    region,
    ...(isFargate ? { service: 'ecs-fargate' as const } : {}),
    judgedIf: observe(() => requires.map((each) => oneOf(each, compatibilities, members))),
    isWindows: observe(() => isForWindows(definition, members)),
    // Amazon ECS API reference, "TaskDefinition": where nothing was said, it is bridge.
    networkMode: observe(() => oneOf(definition.networkMode ?? 'bridge', networkModes, members)),
    // The same: without a value each container has processes of its own.
    pidMode: observe(() =>
      definition.pidMode === undefined
        ? undefined
        : oneOf(definition.pidMode, ['host', 'task'], members),
    ),
    containers: observe(() =>
      must(definition, 'containerDefinitions').map((each) => containerOf(each, members)),
    ),
    efsVolumes: observe(() =>
      must(definition, 'volumes').flatMap((each) => efsVolumeOf(each, members)),
    ),
  };
}

/**
 * Where the definition says nothing, its tasks run on Linux: Amazon ECS developer guide, "Task definition parameters". On
 * instances Windows may be asked for by a constraint instead ("Amazon ECS task definition differences for EC2 instances
 * running Windows").
 */
function isForWindows(definition: AnswerDefinition, { unusable }: Members): boolean {
  const constraints = definition.placementConstraints ?? [];
  if (constraints.some(({ expression }) => /os-type\s*==\s*['"]?windows/i.test(expression ?? ''))) {
    return true;
  }
  const family = definition.runtimePlatform?.operatingSystemFamily;
  if (family === undefined || family === 'LINUX') return false;
  return family.startsWith('WINDOWS_SERVER_')
    ? true
    : unusable('the task definition names no operating system that srm-scan knows');
}

function efsVolumeOf(volume: Volume, members: Members): readonly EfsVolume[] {
  const efs = volume.efsVolumeConfiguration;
  if (efs === undefined) return [];
  // Amazon ECS API reference, "EFSVolumeConfiguration": where nothing was said it is DISABLED.
  const encryption = oneOf(efs.transitEncryption ?? 'DISABLED', ['ENABLED', 'DISABLED'], members);
  return [{ name: members.must(volume, 'name'), isOverTls: encryption === 'ENABLED' }];
}

const logDrivers = [
  'awsfirelens',
  'awslogs',
  'fluentd',
  'gelf',
  'journald',
  'json-file',
  'splunk',
  'syslog',
] as const;

/** Amazon ECS API reference, "ContainerDefinition": what was not set is off, and left out. */
function containerOf(container: ContainerDefinition, members: Members): Container {
  const { must, observe, unusable } = members;
  return {
    name: must(container, 'name'),
    isPrivileged: container.privileged === true,
    hasReadOnlyRoot: container.readonlyRootFilesystem === true,
    user: container.user || undefined,
    logDriver: observe(() => {
      const { logConfiguration } = container;
      if (logConfiguration === undefined) return undefined;
      return oneOf(must(logConfiguration, 'logDriver'), logDrivers, members);
    }),
    isLogRouter: container.firelensConfiguration !== undefined,
    variables: observe(() => {
      const variables = must(container, 'environment').map((each) => ({
        name: must(each, 'name'),
        value: must(each, 'value'),
      }));
      return {
        secrets: secretsIn(variables) ?? unusable('a variable was not redacted'),
        names: variables.map(({ name }) => name),
        hasFiles: (container.environmentFiles ?? []).length > 0,
      };
    }),
  };
}

/** Containers, or volumes, in words of a reason. */
export function namesOf(named: readonly { readonly name: string }[]): string {
  return listed(named.map(({ name }) => name));
}
