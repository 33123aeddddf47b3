import check from '../../../checks/cognito/user-pool-password-policy.ts';
import type { PasswordRules } from '../../../src/collectors/cognito-identity-provider/user-pools.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known } from '../../support/observe.ts';
import { customers as resource, settingsOf } from '../../support/user-pools.ts';

const strong: PasswordRules = {
  minLength: 8,
  lowercase: true,
  uppercase: true,
  numbers: true,
  symbols: true,
  temporaryDays: 7,
};
const given = (some: Partial<PasswordRules>) =>
  settingsOf({ password: known({ ...strong, ...some }) });

testCheck(check, {
  pass: [{ name: 'they are as Cognito proposes them', resource, given: given({}) }],
  fail: [
    {
      name: 'they are short',
      resource,
      given: given({ minLength: 7 }),
      severity: 'medium',
      reasons: ['as short as 7'],
    },
    {
      name: 'two kinds of characters are not asked for',
      resource,
      given: given({ symbols: false, numbers: false }),
      reasons: ['no symbol', 'no number'],
    },
    {
      name: 'neither lowercase nor uppercase letters are asked for',
      resource,
      given: given({ lowercase: false, uppercase: false }),
      reasons: ['no lowercase letter', 'no uppercase letter'],
    },
    {
      name: 'temporary ones stay good for a month',
      resource,
      given: given({ temporaryDays: 30 }),
      reasons: ['for 30 days'],
    },
    {
      name: 'they are shorter than the user of srm-scan wants',
      resource,
      given: given({}),
      params: { minLength: 14 },
    },
  ],
  unknown: [{ name: 'the rules are missing', resource, given: settingsOf({}) }],
});
