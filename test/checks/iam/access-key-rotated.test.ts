import check from '../../../checks/iam/access-key-rotated.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = {
  arn: 'arn:aws:iam::111122223333:user/svc-backup',
  type: 'AWS::IAM::User',
  name: 'svc-backup',
  region: 'global',
};
const key = (id: string, age: number, active = true) => ({ id, active, createdAt: daysAgo(age) });
const keys = (...given: readonly ReturnType<typeof key>[]) => ({ keys: everyone(known(given)) });

testCheck(check, {
  pass: [
    { name: 'no key', resource, given: keys() },
    { name: 'a key of 90 days', resource, given: keys(key('A', 90)) },
    { name: 'the old key is inactive', resource, given: keys(key('A', 20), key('B', 400, false)) },
  ],
  fail: [
    {
      name: 'a key of 91 days',
      resource,
      given: keys(key('AKIAIOSFODNN7EXAMPLE', 91), key('B', 3)),
      reasons: ['AKIAIOSFODNN7EXAMPLE was created 91 days ago (2026-08-23)'],
    },
    { name: 'a stricter rule', resource, given: keys(key('A', 40)), params: { maxAgeDays: 30 } },
  ],
  unknown: [
    { name: 'ListAccessKeys is denied', resource, given: { keys: everyone(unreadable()) } },
  ],
});
