import { expect, it } from 'vitest';
import check from '../../../checks/iam/access-key-rotated.ts';
import { type AccessKey, keyAgeLimit } from '../../../src/collectors/iam/access-keys.ts';
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
    { name: 'a key of 90 days', resource, given: keys(key('A', 90)) },
    {
      name: 'the user is not older than the limit, and so is none of its keys',
      resource,
      given: reported({ ...key('1', 10), notBefore: daysAgo(80) }),
      reasons: ['no active access key is older than 90 days (credential report of'],
    },
    { name: 'the old key is inactive', resource, given: keys(key('A', 20), key('B', 400, false)) },
  ],
  fail: [
    {
      name: 'F55 a key that is some hours over the limit never reads as if it kept it',
      resource,
      given: keys(key('A', 90.01)),
      reasons: ['was created 90 days and 1 hour ago (2026-08-24 11:45 UTC)'],
    },
    {
      name: 'a key of 91 days',
      resource,
      given: keys(key('AKIAIOSFODNN7EXAMPLE', 91), key('B', 3)),
      reasons: ['AKIAIOSFODNN7EXAMPLE was created 91 days ago (2026-08-23 12:00 UTC)'],
    },
    {
      name: 'the report dates a key beyond the limit, and it may be older still',
      resource,
      given: reported({ ...key('1', 200), notBefore: daysAgo(900) }),
      reasons: [
        'access key 1 was created 200 days ago (2026-05-06 12:00 UTC) or before (credential report of',
      ],
    },
    { name: 'a stricter rule', resource, given: keys(key('A', 40)), params: { maxAgeDays: 30 } },
  ],
  unknown: [
    { name: 'ListAccessKeys is denied', resource, given: { keys: everyone(unreadable()) } },
    {
      name: 'the report dates a key within the limit, but it may be older, and its true age was not read',
      resource,
      given: reported({ ...key('1', 10), notBefore: daysAgo(900) }),
      reasons: ['nobody asked IAM'],
    },
  ],
});

it('the limit that decides what is asked is the one that the check judges by', () => {
  expect(keyAgeLimit).toEqual({ check: check.id, parameter: 'maxAgeDays', usual: 90 });
  expect(check.params).toEqual({ maxAgeDays: keyAgeLimit.usual });
});
