import check from '../../../checks/iam/password-policy-min-length.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { passwordRules } from '../../support/password-rules.ts';

const length = (minimumLength: number) => passwordRules(known({ minimumLength, remembered: 0 }));

testCheck(check, {
  pass: [
    { name: '14 characters', resource: length(14) },
    { name: 'a laxer rule', resource: length(12), params: { minimumLength: 12 } },
  ],
  fail: [
    { name: '13 characters', resource: length(13), reasons: ['13'] },
    {
      name: 'no policy means the default of AWS',
      resource: passwordRules(known('aws-default')),
      reasons: ['8'],
    },
  ],
  unknown: [{ name: 'the policy may not be read', resource: passwordRules(unreadable()) }],
});
