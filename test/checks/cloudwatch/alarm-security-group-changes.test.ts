import check from '../../../checks/cloudwatch/alarm-security-group-changes.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';

const names = [
  'AuthorizeSecurityGroupIngress',
  'AuthorizeSecurityGroupEgress',
  'RevokeSecurityGroupIngress',
  'RevokeSecurityGroupEgress',
  'CreateSecurityGroup',
  'DeleteSecurityGroup',
];
const any = (some: readonly string[]) => some.map((name) => `($.eventName=${name})`).join('||');

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered('a filter takes in every call, in any order', `{ ${any(names.toReversed())} }`),
    filtered(
      'a filter takes in these calls of the one service, and others',
      `{ $.eventSource = "ec2.amazonaws.com" && (${any([...names, 'OtherCall'])}) }`,
    ),
  ],
  fail: [
    filtered(
      'the filter lacks one of the calls',
      `{ ${any(names.slice(0, -1))} }`,
      'DeleteSecurityGroup',
    ),
    filtered(
      'the filter is about another service',
      `{ ($.eventSource=sts.amazonaws.com) && (${any(names)}) }`,
    ),
    unfiltered,
  ],
  unknown: [unread],
});
