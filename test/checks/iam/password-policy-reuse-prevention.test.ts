import check from '../../../checks/iam/password-policy-reuse-prevention.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { passwordRules } from '../../support/password-rules.ts';

const remembers = (remembered: number) => passwordRules(known({ minimumLength: 14, remembered }));

testCheck(check, {
  pass: [{ name: '24 passwords', resource: remembers(24) }],
  fail: [
    { name: '23 passwords', resource: remembers(23), reasons: ['23'] },
    { name: 'reuse is not prevented', resource: remembers(0), reasons: ['reused'] },
    { name: 'no policy means the default of AWS', resource: passwordRules(known('aws-default')) },
  ],
  unknown: [{ name: 'the policy may not be read', resource: passwordRules(unreadable()) }],
});
