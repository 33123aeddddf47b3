import { expect, it } from 'vitest';
import check from '../../../checks/account/contact-details-present.ts';
import { theAccount } from '../../support/account.ts';
import { judge } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

// The table test wants a pass, and no API can give this check one.
it.each([
  ['everything is on file, which the owner has to confirm', known([]), 'manual', /confirm/],
  ['a detail is not on file', known(['postal code']), 'fail', /postal code/],
  ['the contact may not be read', unreadable(), 'unknown', /denied/],
])('account-contact-details-present: %s', (_name, missing, outcome, reason) => {
  const judgement = judge(check, { name: '', resource: theAccount({ missing }) });
  expect(judgement.outcome).toBe(outcome);
  expect(judgement.reasons.join('\n')).toMatch(reason);
});
