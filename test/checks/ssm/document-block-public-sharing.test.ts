import check from '../../../checks/ssm/document-block-public-sharing.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { place } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const setting = (mayBePublic: Observed<boolean>) => accountResource(place, { mayBePublic });

testCheck(check, {
  pass: [{ name: 'public sharing is blocked', resource: setting(known(false)) }],
  fail: [
    { name: 'the setting is as it begins', resource: setting(known(true)), severity: 'critical' },
  ],
  unknown: [{ name: 'the setting may not be read', resource: setting(unreadable()) }],
});
