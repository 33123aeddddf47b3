import type { EcsService, ServicePart } from '../../src/collectors/ecs/services.ts';
import type { Container, TaskDefinition } from '../../src/collectors/ecs/task-definitions.ts';
import { known } from './observe.ts';

const place = { region: 'eu-west-1' };

/** A service on Fargate in private subnets. */
export function servicePart(set: Partial<ServicePart> = {}): ServicePart {
  return {
    name: 'the service',
    launch: known('fargate'),
    assignsPublicIp: known(false),
    platformVersion: known('LATEST'),
    platformFamily: known('Linux'),
    ...set,
  };
}

export function ecsService(...parts: readonly ServicePart[]): EcsService {
  return {
    ...place,
    arn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/api',
    type: 'AWS::ECS::Service',
    name: 'api',
    parts,
    taskDefinitions: ['arn:aws:ecs:eu-west-1:111122223333:task-definition/api:7'],
  };
}

/** A container of which nothing was set but its image. */
export function container(set: Partial<Container> = {}): Container {
  return {
    name: 'api',
    isPrivileged: false,
    hasReadOnlyRoot: false,
    user: undefined,
    logDriver: known(undefined),
    isLogRouter: false,
    variables: known({ secrets: [], names: [], hasFiles: false }),
    ...set,
  };
}

export function taskDefinition(set: Partial<TaskDefinition> = {}): TaskDefinition {
  return {
    ...place,
    arn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/api:7',
    type: 'AWS::ECS::TaskDefinition',
    name: 'api:7',
    isWindows: known(false),
    networkMode: known('awsvpc'),
    pidMode: known(undefined),
    containers: known([container()]),
    efsVolumes: known([]),
    ...set,
  };
}

/** A task definition with these containers, which differ from one where nothing was set. */
export function withContainers(...sets: readonly Partial<Container>[]): TaskDefinition {
  return taskDefinition({ containers: known(sets.map((set) => container(set))) });
}
