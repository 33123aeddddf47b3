import check from '../../../checks/ecs/task-no-host-network.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'each task has an interface of its own', resource: taskDefinition() },
    {
      name: 'the bridge of Docker is not the network of the host',
      resource: taskDefinition({ networkMode: known('bridge') }),
      reasons: ['the network mode is bridge'],
    },
  ],
  fail: [
    {
      name: 'tasks use the network of their host',
      resource: taskDefinition({ networkMode: known('host') }),
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'the network mode is one that is unheard of',
      resource: taskDefinition({ networkMode: unreadable('failed') }),
    },
  ],
});
