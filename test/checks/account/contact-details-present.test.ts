import check from '../../../checks/account/contact-details-present.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: 'never',
  manual: [
    {
      name: 'everything is on file, which the owner has to confirm',
      resource: theAccount({ missing: known([]) }),
      reasons: ['confirm'],
    },
  ],
  fail: [
    {
      name: 'a detail is not on file',
      resource: theAccount({ missing: known(['postal code']) }),
      reasons: ['postal code'],
    },
  ],
  unknown: [
    {
      name: 'the contact may not be read',
      resource: theAccount({ missing: unreadable() }),
      reasons: ['denied'],
    },
  ],
});
