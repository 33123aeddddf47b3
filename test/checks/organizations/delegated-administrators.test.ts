import check from '../../../checks/organizations/delegated-administrators.ts';
import { inMember, inNone, type NotSeen } from '../../../src/collectors/organizations/accounts.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

type Ids = Observed<readonly string[] | NotSeen>;
const run = (administrators: Ids, accounts: Ids) => ({
  resource: theAccount({ administrators }),
  given: { accounts },
});
const two = known(['111122223333', '444455556666']);

testCheck(check, {
  pass: 'never',
  manual: [
    {
      name: 'accounts are delegated: whether the right ones, a person says',
      ...run(known(['444455556666']), unreadable()),
      reasons: ['444455556666', 'for a person'],
    },
  ],
  fail: [
    {
      name: 'nobody is delegated in an organization of several accounts',
      ...run(known([]), two),
      reasons: ['the 2 accounts'],
    },
  ],
  'not-applicable': [
    { name: 'a member account', ...run(known(inMember), known(inMember)) },
    { name: 'no organization', ...run(known(inNone), known(inNone)) },
    {
      name: 'the management account is the only account',
      ...run(known([]), known(['111122223333'])),
      reasons: ['no other account'],
    },
  ],
  unknown: [
    { name: 'the administrators may not be read', ...run(unreadable(), two) },
    {
      name: 'nobody is delegated, and the accounts may not be read',
      ...run(known([]), unreadable()),
    },
  ],
});
