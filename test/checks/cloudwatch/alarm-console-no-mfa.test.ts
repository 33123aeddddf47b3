import check from '../../../checks/cloudwatch/alarm-console-no-mfa.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered(
      'a filter takes in every sign-in without MFA',
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }',
    ),
    filtered(
      'a filter takes in those of users that went well, which leaves out single sign-on',
      '{ $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed = No && $.userIdentity.type = IAMUser && $.responseElements.ConsoleLogin = Success }',
    ),
  ],
  fail: [
    filtered(
      'the filter takes in every sign-in',
      '{ $.eventName = ConsoleLogin }',
      'counts sign-ins with MFA',
    ),
    filtered(
      'the filter takes in sign-ins that failed',
      '{ $.eventName = ConsoleLogin && $.responseElements.ConsoleLogin = Failure }',
    ),
    unfiltered,
  ],
  unknown: [unread],
});
