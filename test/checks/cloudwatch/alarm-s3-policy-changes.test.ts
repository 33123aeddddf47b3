import check from '../../../checks/cloudwatch/alarm-s3-policy-changes.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';

const names = [
  'PutBucketAcl',
  'PutBucketPolicy',
  'PutBucketCors',
  'PutBucketLifecycle',
  'PutBucketReplication',
  'DeleteBucketPolicy',
  'DeleteBucketCors',
  'DeleteBucketLifecycle',
  'DeleteBucketReplication',
];
const any = (some: readonly string[]) => some.map((name) => `($.eventName=${name})`).join('||');

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered('a filter takes in every call, in any order', `{ ${any(names.toReversed())} }`),
    filtered(
      'a filter takes in these calls of the one service, and others',
      `{ $.eventSource = "s3.amazonaws.com" && (${any([...names, 'OtherCall'])}) }`,
    ),
  ],
  fail: [
    filtered(
      'the filter lacks one of the calls',
      `{ ${any(names.slice(0, -1))} }`,
      'DeleteBucketReplication',
    ),
    filtered(
      'the filter is about another service',
      `{ ($.eventSource=sts.amazonaws.com) && (${any(names)}) }`,
    ),
    unfiltered,
  ],
  unknown: [unread],
});
