import check from '../../../checks/ecs/task-non-admin-user.ts';
import { testCheck } from '../../support/check-tester.ts';
import { container, taskDefinition } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

const as = (user: string | undefined) =>
  taskDefinition({ isWindows: known(true), containers: known([container({ user })]) });

testCheck(check, {
  pass: [{ name: 'the user that Windows has for containers', resource: as('ContainerUser') }],
  fail: [
    {
      name: 'the administrator, in whatever letters',
      resource: as('containerAdministrator'),
      reasons: ['run as the administrator, or name no user: api'],
      severity: 'medium',
    },
    { name: 'no user is named', resource: as(undefined) },
  ],
  unknown: [
    {
      name: 'the containers could not be read',
      resource: taskDefinition({ isWindows: known(true), containers: unreadable('failed') }),
    },
  ],
  'not-applicable': [{ name: 'the containers run on Linux', resource: taskDefinition() }],
});
