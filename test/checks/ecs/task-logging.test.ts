import check from '../../../checks/ecs/task-logging.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition, withContainers } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

const logs = { logDriver: known('awslogs') };

testCheck(check, {
  pass: [
    { name: 'every container has a log driver', resource: withContainers(logs, logs) },
    {
      name: 'the container that routes the logs of the others needs none itself',
      resource: withContainers(
        { logDriver: known('awsfirelens') },
        { name: 'log-router', isLogRouter: true },
      ),
    },
  ],
  fail: [
    {
      name: 'one of two containers has none',
      resource: withContainers(logs, { name: 'sidecar' }),
      reasons: ['container sidecar has no log configuration'],
      severity: 'high',
    },
    {
      name: 'one has none, whatever the driver of the other is',
      resource: withContainers({ logDriver: unreadable('failed') }, { name: 'sidecar' }),
    },
  ],
  unknown: [
    {
      name: 'the driver is one that is unheard of',
      resource: withContainers({ logDriver: unreadable('failed') }),
    },
    {
      name: 'the containers could not be read',
      resource: taskDefinition({ containers: unreadable('failed') }),
    },
  ],
});
