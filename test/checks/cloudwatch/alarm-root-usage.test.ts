import check from '../../../checks/cloudwatch/alarm-root-usage.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered(
      'a filter takes in what root does itself',
      '{ $.userIdentity.type = Root && $.userIdentity.invokedBy NOT EXISTS && $.eventType != AwsServiceEvent }',
    ),
    filtered('a filter takes in what services do for root too', '{ $.userIdentity.type = "Root" }'),
  ],
  fail: [
    filtered(
      'the filter takes in sign-ins of root alone',
      '{ $.userIdentity.type = "Root" && $.eventType = AwsConsoleSignIn }',
      'lacks calls of root',
    ),
    filtered(
      'the filter leaves out an address',
      '{ $.userIdentity.type = "Root" && $.sourceIPAddress != 203.0.113.* }',
    ),
    filtered('the filter takes in everything', '{ $.eventName = * }'),
    filtered(
      'the filter takes in whoever is root or else',
      '{ $.userIdentity.type = * }',
      'everyday calls',
    ),
    unfiltered,
  ],
  unknown: [unread],
});
