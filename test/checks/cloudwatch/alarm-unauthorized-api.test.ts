import check from '../../../checks/cloudwatch/alarm-unauthorized-api.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered(
      'a filter takes in both kinds of refusals',
      '{($.errorCode="AccessDenied*")||($.errorCode="*UnauthorizedOperation")}',
    ),
    filtered(
      'noisy sources are left out',
      '{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.sourceIPAddress != "delivery.logs.amazonaws.com") && ($.eventName != "HeadBucket") }',
    ),
  ],
  fail: [
    filtered(
      'the filter has no wildcard before UnauthorizedOperation, as EC2 needs it',
      '{ ($.errorCode = UnauthorizedOperation) || ($.errorCode = AccessDenied*) }',
      'Client.UnauthorizedOperation',
    ),
    filtered(
      'the filter wants one user alone',
      '{ ($.errorCode = "*UnauthorizedOperation" || $.errorCode = "AccessDenied*") && $.userIdentity.userName = root }',
    ),
    unfiltered,
  ],
  unknown: [unread],
});
