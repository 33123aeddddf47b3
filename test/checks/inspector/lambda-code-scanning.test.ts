import check from '../../../checks/inspector/lambda-code-scanning.ts';
import { testCheck } from '../../support/check-tester.ts';
import { scanCases, scanningWith } from '../../support/inspector.ts';
import { shipping } from '../../support/lambda.ts';
import { listing, partialListing } from '../../support/observe.ts';

const one = { functions: listing(shipping) };
const the = scanCases('lambdaCode');

testCheck(check, {
  pass: [{ ...the.on, given: one }],
  fail: [
    { ...the.off, given: one },
    { ...the.suspended, given: one },
  ],
  unknown: [
    { ...the.unread, given: one },
    {
      ...the.off,
      name: 'it is off, and functions may not be listed',
      reasons: [],
      given: { functions: partialListing('denied') },
    },
  ],
  'not-applicable': [
    { ...the.off, name: 'it is off where there is no function', given: { functions: listing() } },
    {
      name: 'the Region does not offer it, and does not tell of it',
      resource: scanningWith('lambdaCode', 'unread', 'eu-south-1'),
      given: one,
      reasons: ['offers no scanning of code'],
    },
  ],
});
