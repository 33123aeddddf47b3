import check from '../../../checks/inspector/lambda-scanning.ts';
import { testCheck } from '../../support/check-tester.ts';
import { scanCases } from '../../support/inspector.ts';
import { listing, partialListing } from '../../support/observe.ts';
import { shipping } from '../../support/lambda.ts';

const one = { functions: listing(shipping) };
const the = scanCases('lambda');

testCheck(check, {
  pass: [
    { ...the.on, given: one },
    {
      ...the.on,
      name: 'it is on, whatever there is',
      given: { functions: partialListing('denied') },
    },
  ],
  fail: [
    { ...the.off, given: one },
    { ...the.suspended, given: one },
    { ...the.starting, given: one },
    {
      ...the.off,
      name: 'it is off, and one is there beside what could not be read',
      given: { functions: partialListing('denied', shipping) },
    },
  ],
  unknown: [
    { ...the.unread, given: one },
    {
      ...the.unread,
      name: 'it may not be read, and there is nothing to scan',
      given: { functions: listing() },
    },
    {
      ...the.off,
      name: 'it is off, and what there is may not be listed',
      reasons: [],
      given: { functions: partialListing('denied') },
    },
  ],
  'not-applicable': [
    {
      ...the.off,
      name: 'it is off where there is nothing to scan',
      given: { functions: listing() },
    },
  ],
});
