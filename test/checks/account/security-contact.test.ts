import check from '../../../checks/account/security-contact.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'the contact is complete', resource: theAccount({ missing: known([]) }) }],
  fail: [
    {
      name: 'there is no contact',
      resource: theAccount({ missing: known(null) }),
      reasons: ['no alternate contact'],
    },
    {
      name: 'it has no phone number',
      resource: theAccount({ missing: known(['phone number']) }),
      reasons: ['no phone number'],
    },
  ],
  unknown: [
    { name: 'it may not be read', resource: theAccount({ missing: unreadable('denied') }) },
  ],
});
