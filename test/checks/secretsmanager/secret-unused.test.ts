import check from '../../../checks/secretsmanager/secret-unused.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { copy, ofRds, secret } from '../../support/secrets-manager.ts';

testCheck(check, {
  pass: [
    { name: 'it was read yesterday', resource: secret() },
    {
      name: 'it was read on the last day that counts, of which no time is told',
      resource: secret({ lastRead: known(daysAgo(90.5)) }),
    },
    {
      name: 'it is new and nobody read it yet',
      resource: secret({ created: known(daysAgo(5)), lastRead: known(null) }),
    },
  ],
  fail: [
    {
      name: 'it was last read too long ago',
      resource: secret({ lastRead: known(daysAgo(91)) }),
      reasons: ['91 days ago'],
    },
    {
      name: 'it is old and nobody ever read it',
      resource: secret({ lastRead: known(null) }),
      reasons: ['nobody read it in this Region'],
    },
    { name: 'nobody reads what a service made', resource: { ...ofRds, lastRead: known(null) } },
    {
      name: 'a shorter time is asked for',
      resource: secret({ lastRead: known(daysAgo(40)) }),
      params: { maxIdleDays: 30 },
    },
  ],
  unknown: [
    { name: 'when it was read is not told', resource: secret({ lastRead: unreadable('failed') }) },
    {
      name: 'nobody read it, and when it was created is not told',
      resource: secret({ lastRead: known(null), created: unreadable('failed') }),
    },
  ],
  'not-applicable': [{ name: 'a copy stands by', resource: copy, reasons: ['eu-central-1'] }],
});
