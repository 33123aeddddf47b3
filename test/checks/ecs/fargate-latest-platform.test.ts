import check from '../../../checks/ecs/fargate-latest-platform.ts';
import { testCheck } from '../../support/check-tester.ts';
import { ecsService, servicePart } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

const on = (version: string, family = 'Linux') =>
  servicePart({ platformVersion: known(version), platformFamily: known(family) });

testCheck(check, {
  pass: [
    {
      name: 'it asks for LATEST, and of tasks that run it is said that they keep their patches',
      resource: ecsService(servicePart({ platformFamily: unreadable() })),
      reasons: ['running tasks keep the patches of their start'],
    },
    { name: 'it asks for the newest of Linux by its number', resource: ecsService(on('1.4.0')) },
    {
      name: 'it asks for the newest of Windows by its number',
      resource: ecsService(on('1.0.0', 'WINDOWS_SERVER_2022_CORE')),
    },
    { name: 'it asks for one that is newer than the list is', resource: ecsService(on('1.10.0')) },
    {
      name: 'a task set on instances has no platform',
      resource: ecsService(
        servicePart({ launch: known('none'), platformVersion: unreadable('failed') }),
        on('LATEST'),
        servicePart({ launch: known('instances'), platformVersion: unreadable('failed') }),
      ),
    },
  ],
  fail: [
    {
      name: 'it is pinned to an old version',
      resource: ecsService(on('1.3.0')),
      reasons: ['the service asks for platform version 1.3.0'],
      severity: 'medium',
    },
    {
      name: '1.0.0 is the newest of Windows, and the oldest of Linux',
      resource: ecsService(on('1.0.0')),
    },
    {
      name: 'one of its task sets is pinned to an old version',
      resource: ecsService(
        servicePart({ launch: known('none'), platformVersion: unreadable('failed') }),
        { ...on('1.3.0'), name: 'task set ecs-svc/1' },
      ),
      reasons: ['task set ecs-svc/1'],
    },
  ],
  unknown: [
    {
      name: 'a service on Fargate without a platform version',
      resource: ecsService(servicePart({ platformVersion: unreadable('failed') })),
    },
    {
      name: 'the number is new for Windows and old for Linux, and nobody knows which it is',
      resource: ecsService(
        servicePart({ platformVersion: known('1.0.0'), platformFamily: unreadable('failed') }),
      ),
    },
  ],
});
