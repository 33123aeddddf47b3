import check from '../../../checks/cloudtrail/cloudwatch-logs.ts';
import type { TrailStatus } from '../../../src/reasoning/trails.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { statusWith, trailWith } from '../../support/cloudtrail.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = trailWith();
const delivered = (cloudWatchDelivery: TrailStatus['cloudWatchDelivery']) => ({
  status: everyone(known(statusWith({ cloudWatchDelivery }))),
});
const without = trailWith({ logGroup: known(null) });
const unread = { status: everyone(unreadable()) };

testCheck(check, {
  pass: [
    { name: 'events arrived within the day', resource, given: delivered(daysAgo(0.9)) },
    { name: 'events arrived a day ago to the second', resource, given: delivered(daysAgo(1)) },
  ],
  fail: [
    {
      name: 'no log group is set',
      resource: without,
      given: delivered(null),
      reasons: ['no log group'],
    },
    { name: 'no log group is set, whatever its status is', resource: without, given: unread },
    { name: 'nothing arrived yet', resource, given: delivered(null), reasons: ['yet'] },
    {
      name: 'nothing arrived for days',
      resource,
      given: delivered(daysAgo(2)),
      reasons: ['for a day'],
    },
  ],
  unknown: [
    { name: 'the status may not be read', resource, given: unread },
    {
      name: 'the log group cannot be told',
      resource: trailWith({ logGroup: unreadable('failed') }),
      given: delivered(daysAgo(0)),
    },
  ],
  'out-of-scope': [
    {
      name: 'another account runs the trail for the organization',
      resource: trailWith({ managed: { by: 'organization', reason: 'it is run there' } }),
      given: delivered(daysAgo(0)),
    },
  ],
});
