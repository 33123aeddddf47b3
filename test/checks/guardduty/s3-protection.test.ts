import check from '../../../checks/guardduty/s3-protection.ts';
import { testCheck } from '../../support/check-tester.ts';
import { planCases } from '../../support/guardduty.ts';

const the = planCases('S3_DATA_EVENTS');

testCheck(check, {
  pass: [the.on],
  fail: [the.off, the.setByOrganization, the.suspended],
  unknown: [the.unread, the.unheardOf, the.unlistedBesideNew],
  manual: [the.unlisted],
});
