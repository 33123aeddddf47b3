import check from '../../../checks/ecs/task-read-only-root.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition, withContainers } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    {
      name: 'every container has a read-only root',
      resource: withContainers({ hasReadOnlyRoot: true }, { hasReadOnlyRoot: true }),
    },
  ],
  fail: [
    {
      name: 'nothing was set, so the container can write',
      resource: withContainers({}),
      severity: 'high',
    },
    {
      name: 'a sidecar can write',
      resource: withContainers({ hasReadOnlyRoot: true }, { name: 'sidecar' }),
      reasons: ['can write to their root file system: sidecar'],
    },
  ],
  unknown: [
    {
      name: 'the containers could not be read',
      resource: taskDefinition({ containers: unreadable('failed') }),
    },
    {
      name: 'the operating system is one that is unheard of',
      resource: taskDefinition({ isWindows: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    {
      name: 'Windows has no read-only root',
      resource: taskDefinition({ isWindows: known(true) }),
    },
  ],
});
