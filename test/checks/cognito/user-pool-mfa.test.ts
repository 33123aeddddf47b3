import check from '../../../checks/cognito/user-pool-mfa.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { customers as resource, settingsOf } from '../../support/user-pools.ts';

testCheck(check, {
  pass: [{ name: 'it is required', resource, given: settingsOf({ mfa: known('ON') }) }],
  fail: [
    {
      name: 'it is off',
      resource,
      given: settingsOf({ mfa: known('OFF') }),
      severity: 'medium',
      reasons: ['no user can have a second factor'],
    },
    {
      name: 'it is offered, and each user decides',
      resource,
      given: settingsOf({ mfa: known('OPTIONAL') }),
      severity: 'low',
      reasons: ['may do without'],
    },
  ],
  unknown: [
    {
      name: 'the pool may not be described',
      resource,
      given: { settings: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
    { name: 'the setting is missing', resource, given: settingsOf({}) },
  ],
});
