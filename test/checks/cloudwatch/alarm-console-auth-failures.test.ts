import check from '../../../checks/cloudwatch/alarm-console-auth-failures.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered(
      'a filter takes in failed sign-ins',
      '{ ($.errorMessage = "Failed authentication") && ($.eventName = ConsoleLogin) }',
    ),
  ],
  fail: [
    filtered(
      'the filter takes in every sign-in',
      '{ $.eventName = ConsoleLogin }',
      'counts sign-ins that went well',
    ),
    filtered(
      'the words are written in another case',
      '{ $.eventName = ConsoleLogin && $.errorMessage = "failed authentication" }',
    ),
    unfiltered,
  ],
  unknown: [unread],
});
