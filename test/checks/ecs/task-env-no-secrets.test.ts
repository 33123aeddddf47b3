import check from '../../../checks/ecs/task-env-no-secrets.ts';
import type { ContainerVariables } from '../../../src/collectors/ecs/task-definitions.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition, withContainers } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

const variables = (set: Partial<ContainerVariables>) => ({
  variables: known<ContainerVariables>({ secrets: [], names: [], hasFiles: false, ...set }),
});
const password = { kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false };
const withPassword = variables({ secrets: [password], names: ['DB_PASSWORD'] });

testCheck(check, {
  pass: [
    {
      name: 'there are no variables in plain text: secrets come by reference',
      resource: withContainers({}),
    },
    {
      name: 'the variables hold nothing that looks like a secret',
      resource: withContainers(variables({ names: ['LOG_LEVEL'] })),
    },
    {
      name: 'more variables come out of files, which are not read',
      resource: withContainers(variables({ hasFiles: true })),
      reasons: ['environment files in S3 were not read'],
    },
    {
      name: 'what was found is excused by its name',
      resource: withContainers(withPassword),
      params: { excused: ['DB_*'] },
    },
  ],
  fail: [
    {
      name: 'a password in plain text',
      resource: withContainers(withPassword),
      reasons: ['container api holds what looks like a secret: password (DB_PASSWORD)'],
      severity: 'high',
    },
    {
      name: 'a variable of AWS credentials, whatever its value looks like',
      resource: withContainers(variables({ names: ['AWS_ACCESS_KEY_ID', 'LOG_LEVEL'] })),
      reasons: ['container api is given credentials in plain text: AWS_ACCESS_KEY_ID'],
    },
    {
      name: 'credentials of a registry for the agent',
      resource: withContainers({}, variables({ names: ['ECS_ENGINE_AUTH_DATA'] })),
    },
    {
      name: 'one container holds one, whatever the other holds',
      resource: withContainers({ variables: unreadable('failed') }, withPassword),
    },
  ],
  unknown: [
    {
      name: 'the variables could not be read',
      resource: withContainers({ variables: unreadable('failed') }),
    },
    {
      name: 'the task definition may not be described in full',
      resource: taskDefinition({ containers: unreadable() }),
    },
  ],
});
