import check from '../../../checks/ec2/instance-stopped-age.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const stopped = (days: number) => instance({ stoppedSince: known(daysAgo(days)) });

testCheck(check, {
  pass: [
    { name: 'it runs', resource: instance() },
    { name: 'it was stopped a day ago', resource: stopped(1), reasons: ['1 day ago'] },
    { name: 'it was stopped 30 days ago', resource: stopped(30) },
    { name: 'the parameters allow more', resource: stopped(60), params: { maxAgeDays: 90 } },
  ],
  fail: [
    { name: 'it was stopped more than 30 days ago', resource: stopped(30.1), severity: 'medium' },
    { name: 'the parameters allow less', resource: stopped(10), params: { maxAgeDays: 7 } },
  ],
  unknown: [
    { name: 'it is not told since when', resource: instance({ stoppedSince: unreadable() }) },
  ],
});
