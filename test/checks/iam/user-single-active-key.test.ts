import { expect, it } from 'vitest';
import check from '../../../checks/iam/user-single-active-key.ts';
import { type AccessKey, keyGraceLimit } from '../../../src/collectors/iam/access-keys.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = {
  arn: 'arn:aws:iam::111122223333:user/svc-backup',
  type: 'AWS::IAM::User',
  name: 'svc-backup',
  region: 'global',
};
const key = (name: string, age: number, active = true): AccessKey => ({
  name,
  active,
  notBefore: daysAgo(age),
  notAfter: daysAgo(age),
});
/** As IAM told them when it was asked. */
const keys = (...given: readonly AccessKey[]) => ({
  keys: everyone(known({ keys: given, reportedAt: null })),
});
/** As the credential report has them: made at some time between the two ages. */
const reported = (...given: readonly AccessKey[]) => ({
  keys: everyone(known({ keys: given, reportedAt: daysAgo(0.1) })),
});

testCheck(check, {
  pass: [
    { name: 'no key', resource, given: keys() },
    { name: 'one in the report', resource, given: reported(key('1', 200)), reasons: ['report of'] },
    { name: 'one of two is inactive', resource, given: keys(key('A', 20), key('B', 200, false)) },
    {
      name: 'the second key is within the grace',
      resource,
      given: keys(key('A', 200), key('B', 3)),
      params: { graceDays: 7 },
    },
  ],
  fail: [
    {
      name: 'two active keys, however new',
      resource,
      given: keys(key('AKIAIOSFODNN7EXAMPLE', 200), key('AKIAI44QH8DHBEXAMPLE', 0)),
      reasons: ['AKIAIOSFODNN7EXAMPLE, AKIAI44QH8DHBEXAMPLE'],
    },
    {
      name: 'two in the report, which tells no ids',
      resource,
      given: reported(key('1', 200), key('2', 3)),
      reasons: ['2 active access keys: 1, 2 (credential report of'],
    },
    {
      name: 'the grace is over',
      resource,
      given: keys(key('A', 200), key('B', 8)),
      params: { graceDays: 7 },
    },
    {
      name: 'a third key has no grace',
      resource,
      given: keys(key('A', 200), key('B', 100), key('C', 1)),
      params: { graceDays: 7 },
    },
  ],
  unknown: [
    { name: 'ListAccessKeys is denied', resource, given: { keys: everyone(unreadable()) } },
  ],
});

it('the limit that decides what is asked is the one that the check judges by', () => {
  expect(keyGraceLimit).toEqual({ check: check.id, parameter: 'graceDays', usual: 0 });
  expect(check.params).toEqual({ graceDays: keyGraceLimit.usual });
});
