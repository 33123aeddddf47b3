import check from '../../../checks/ecs/task-no-host-pid.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    {
      name: 'nothing was set, so each container sees its own processes',
      resource: taskDefinition(),
      reasons: ['its own processes alone'],
    },
    {
      name: 'containers of one task see each other',
      resource: taskDefinition({ pidMode: known('task') }),
      reasons: ['of their task alone'],
    },
  ],
  fail: [
    {
      name: 'containers see the processes of the host',
      resource: taskDefinition({ pidMode: known('host') }),
      severity: 'high',
    },
  ],
  unknown: [
    {
      name: 'the mode is one that is unheard of',
      resource: taskDefinition({ pidMode: unreadable('failed') }),
    },
  ],
});
