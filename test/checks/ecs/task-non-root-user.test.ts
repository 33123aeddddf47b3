import check from '../../../checks/ecs/task-non-root-user.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition, withContainers } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

const as = (user: string) => withContainers({ user });

testCheck(check, {
  pass: [
    { name: 'a user by its number, with a group', resource: as('1000:1000') },
    { name: 'a user by its name', resource: as('app') },
    { name: 'a user whose group is root', resource: as('app:0') },
    { name: 'a name that begins like that of root', resource: as('rootless') },
  ],
  fail: [
    {
      name: 'no user is named: the image may set one, and no API shows it',
      resource: withContainers({}),
      reasons: ['name no user, and what user the image sets no API shows: api'],
      severity: 'medium',
    },
    { name: 'root by its name', resource: as('root'), reasons: ['run as root: api'] },
    { name: 'root by its name, with a group', resource: as('root:app') },
    { name: 'root by its number', resource: as('0') },
    { name: 'root by its number, with a group', resource: as('0:1000') },
    {
      name: 'one of two is root and the other says nothing',
      resource: withContainers({ user: '0' }, { name: 'sidecar' }),
      reasons: ['run as root: api', 'name no user'],
    },
  ],
  unknown: [
    {
      name: 'the containers could not be read',
      resource: taskDefinition({ containers: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    {
      name: 'Windows has other users',
      resource: taskDefinition({ isWindows: known(true) }),
    },
  ],
});
