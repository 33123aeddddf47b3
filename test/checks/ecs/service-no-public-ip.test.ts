import check from '../../../checks/ecs/service-no-public-ip.ts';
import { testCheck } from '../../support/check-tester.ts';
import { ecsService, servicePart } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

const isPublic = servicePart({ assignsPublicIp: known(true) });
const silent = servicePart({ assignsPublicIp: known(undefined) });
const taskSet = servicePart({ name: 'task set ecs-svc/1', assignsPublicIp: known(true) });

testCheck(check, {
  pass: [
    { name: 'public addresses are off', resource: ecsService(servicePart()) },
    {
      name: 'the service says nothing of its network, and its only task set is private',
      resource: ecsService(silent, servicePart({ name: 'task set ecs-svc/1' })),
    },
  ],
  fail: [
    {
      name: 'the service assigns public addresses',
      resource: ecsService(isPublic),
      reasons: ['the service gives its tasks public addresses'],
      severity: 'high',
    },
    {
      name: 'one of its task sets does, and the service itself says nothing',
      resource: ecsService(silent, taskSet),
      reasons: ['task set ecs-svc/1 gives its tasks public addresses'],
    },
    {
      name: 'it does, whatever its task set is',
      resource: ecsService(isPublic, servicePart({ assignsPublicIp: unreadable() })),
    },
  ],
  unknown: [
    {
      name: 'AWS says something new of addresses',
      resource: ecsService(servicePart({ assignsPublicIp: unreadable('failed') })),
    },
    {
      name: 'the service is private, and a task set could not be read',
      resource: ecsService(servicePart(), servicePart({ assignsPublicIp: unreadable('failed') })),
    },
  ],
  'not-applicable': [
    { name: 'tasks have the network of their host', resource: ecsService(silent) },
  ],
});
