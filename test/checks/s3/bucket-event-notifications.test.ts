import check from '../../../checks/s3/bucket-event-notifications.ts';
import type { Receiver } from '../../../src/collectors/s3/bucket-notifications.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const run = (...receivers: readonly Receiver[]) => ({
  resource: records,
  given: { notifications: everyone(known(receivers)) },
});

testCheck(check, {
  pass: [
    { name: 'EventBridge is on', ...run('EventBridge'), reasons: ['EventBridge'] },
    { name: 'a queue and a topic are told', ...run('SQS queues', 'SNS topics') },
  ],
  fail: [{ name: 'nobody is told', ...run(), reasons: ['off'] }],
  unknown: [
    {
      name: 'the setting may not be read',
      resource: records,
      given: { notifications: everyone(unreadable()) },
    },
  ],
});
