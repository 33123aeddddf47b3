import check from '../../../checks/cognito/user-pool-deletion-protection.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known } from '../../support/observe.ts';
import { customers as resource, settingsOf } from '../../support/user-pools.ts';

testCheck(check, {
  pass: [{ name: 'it is on', resource, given: settingsOf({ isProtected: known(true) }) }],
  fail: [
    {
      name: 'it is off',
      resource,
      given: settingsOf({ isProtected: known(false) }),
      severity: 'medium',
      reasons: ['deletion protection is off'],
    },
  ],
  unknown: [{ name: 'the setting is missing', resource, given: settingsOf({}) }],
});
