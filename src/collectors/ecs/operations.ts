/** The operations of Amazon ECS that are sent, each with its IAM action and what its answers mean. */
import { rewrittenMembers, withoutMembers } from '../../aws/evidence/redaction.ts';
import { redactVariable } from '../../reasoning/secrets/environment.ts';
import { ecs } from './service.ts';

export const ListClusters = ecs.operation('ListClusters', (sdk) => sdk.ListClustersCommand, {
  action: 'ecs:ListClusters',
  pages: 'nextToken',
});

// A cluster with services cannot be deleted: Amazon ECS API reference, "DeleteCluster".
const noCluster = ['ClusterNotFoundException'];

export const ListServices = ecs.operation('ListServices', (sdk) => sdk.ListServicesCommand, {
  action: 'ecs:ListServices',
  pages: 'nextToken',
  absent: noCluster,
});

export const DescribeServices = ecs.operation(
  'DescribeServices',
  (sdk) => sdk.DescribeServicesCommand,
  { action: 'ecs:DescribeServices', absent: noCluster },
);

export const ListTaskDefinitionFamilies = ecs.operation(
  'ListTaskDefinitionFamilies',
  (sdk) => sdk.ListTaskDefinitionFamiliesCommand,
  { action: 'ecs:ListTaskDefinitionFamilies', pages: 'nextToken' },
);

const withoutCommands = withoutMembers(
  'taskDefinition.containerDefinitions[].command',
  'taskDefinition.containerDefinitions[].entryPoint',
  'taskDefinition.containerDefinitions[].healthCheck.command',
  'taskDefinition.containerDefinitions[].dockerLabels',
  'taskDefinition.containerDefinitions[].logConfiguration.options',
  'taskDefinition.containerDefinitions[].firelensConfiguration.options',
);

const withoutValues = rewrittenMembers(
  'taskDefinition.containerDefinitions[].environment[].value',
  (value, holder) => redactVariable(String(Reflect.get(holder, 'name')), value),
);

/** What the developer of a task writes freely may hold secrets: of variables the kinds are kept, the rest is left out. */
export const DescribeTaskDefinition = ecs.operation(
  'DescribeTaskDefinition',
  (sdk) => sdk.DescribeTaskDefinitionCommand,
  {
    action: 'ecs:DescribeTaskDefinition',
    redact: (answer) => withoutValues(withoutCommands(answer)),
  },
);
