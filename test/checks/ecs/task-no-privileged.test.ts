import check from '../../../checks/ecs/task-no-privileged.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition, withContainers } from '../../support/ecs.ts';
import { unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'nothing was set, so no container is privileged', resource: withContainers({}) }],
  fail: [
    {
      name: 'one of two containers is privileged',
      resource: withContainers({}, { name: 'agent', isPrivileged: true }),
      reasons: ['privileged: agent'],
      severity: 'high',
    },
  ],
  unknown: [
    {
      name: 'the containers could not be read',
      resource: taskDefinition({ containers: unreadable('failed') }),
    },
  ],
});
