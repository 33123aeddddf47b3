import check from '../../../checks/inspector/ec2-scanning.ts';
import { testCheck } from '../../support/check-tester.ts';
import { scanCases } from '../../support/inspector.ts';
import { listing, partialListing } from '../../support/observe.ts';
import { instance } from '../../support/ec2.ts';

const one = { instances: listing(instance()) };
const the = scanCases('ec2');

testCheck(check, {
  pass: [
    { ...the.on, given: one },
    {
      ...the.on,
      name: 'it is on, whatever there is',
      given: { instances: partialListing('denied') },
    },
  ],
  fail: [
    { ...the.off, given: one },
    { ...the.suspended, given: one },
    { ...the.starting, given: one },
    {
      ...the.off,
      name: 'it is off, and one is there beside what could not be read',
      given: { instances: partialListing('denied', instance()) },
    },
  ],
  unknown: [
    { ...the.unread, given: one },
    {
      ...the.unread,
      name: 'it may not be read, and there is nothing to scan',
      given: { instances: listing() },
    },
    {
      ...the.off,
      name: 'it is off, and what there is may not be listed',
      reasons: [],
      given: { instances: partialListing('denied') },
    },
  ],
  'not-applicable': [
    {
      ...the.off,
      name: 'it is off where there is nothing to scan',
      given: { instances: listing() },
    },
  ],
});
