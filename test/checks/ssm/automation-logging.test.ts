import check from '../../../checks/ssm/automation-logging.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { place } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const setting = (logs: Observed<boolean>) => accountResource(place, { logs });

testCheck(check, {
  pass: [{ name: 'logs go to CloudWatch', resource: setting(known(true)) }],
  fail: [{ name: 'nobody ever set it', resource: setting(known(false)), severity: 'medium' }],
  unknown: [{ name: 'the setting may not be read', resource: setting(unreadable()) }],
});
