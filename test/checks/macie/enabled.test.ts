import check from '../../../checks/macie/enabled.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';
import { lost, records } from '../../support/s3.ts';

type Status = 'ENABLED' | 'PAUSED' | 'OFF';
const macie = (status: Status, region = 'eu-west-1') =>
  theAccount({ status: known(status) }, region);
const one = { buckets: listing({ ...records, location: known('eu-west-1') }) };

testCheck(check, {
  pass: [
    { name: 'it is on', resource: macie('ENABLED'), given: one },
    {
      name: 'it is on, whatever buckets there are',
      resource: macie('ENABLED'),
      given: { buckets: partialListing('denied') },
    },
  ],
  fail: [
    { name: 'it is off where there is a bucket', resource: macie('OFF'), given: one },
    {
      name: 'it is paused where there is a bucket',
      resource: macie('PAUSED'),
      given: one,
      reasons: ['paused'],
    },
  ],
  manual: [
    {
      name: 'it is off, and another tool is declared',
      resource: macie('OFF'),
      given: one,
      params: { otherTool: true },
    },
  ],
  unknown: [
    {
      name: 'it may not be read',
      resource: theAccount({ status: unreadable() }, 'eu-west-1'),
      given: one,
    },
    {
      name: 'it is off, and it cannot be told where a bucket is',
      resource: macie('OFF'),
      given: { buckets: listing(lost) },
    },
    {
      name: 'it is off, and buckets may not be listed',
      resource: macie('OFF'),
      given: { buckets: partialListing('denied') },
    },
  ],
  'not-applicable': [
    {
      name: 'it is off in a Region without a bucket',
      resource: macie('OFF', 'us-east-1'),
      given: one,
    },
  ],
});
