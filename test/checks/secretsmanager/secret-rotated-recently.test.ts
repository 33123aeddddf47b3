import check from '../../../checks/secretsmanager/secret-rotated-recently.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { copy, ofRds, secret } from '../../support/secrets-manager.ts';

testCheck(check, {
  pass: [
    { name: 'it was rotated lately', resource: secret() },
    {
      name: 'it is new and was never rotated',
      resource: secret({ created: known(daysAgo(5)), lastRotated: known(null) }),
      reasons: ['never rotated'],
    },
    {
      name: 'a longer time is allowed',
      resource: secret({ lastRotated: known(daysAgo(100)) }),
      params: { maxAgeDays: 180 },
    },
  ],
  fail: [
    {
      name: 'it was rotated too long ago',
      resource: secret({ lastRotated: known(daysAgo(90.2)) }),
      reasons: ['90 days and 5 hours ago'],
    },
    { name: 'it was never rotated', resource: secret({ lastRotated: known(null) }) },
  ],
  unknown: [
    {
      name: 'when it was rotated is not told',
      resource: secret({ lastRotated: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    { name: 'a service rotates it', resource: ofRds },
    { name: 'it is a copy', resource: copy },
  ],
});
