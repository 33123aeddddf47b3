import check from '../../../checks/guardduty/lambda-protection.ts';
import { testCheck } from '../../support/check-tester.ts';
import { planCases } from '../../support/guardduty.ts';

const the = planCases('LAMBDA_NETWORK_LOGS');

testCheck(check, {
  pass: [the.on],
  fail: [the.off, the.setByOrganization, the.suspended],
  unknown: [the.unread, the.unheardOf, the.unlistedBesideNew],
  manual: [the.unlisted],
});
