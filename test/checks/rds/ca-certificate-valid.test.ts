import check from '../../../checks/rds/ca-certificate-valid.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

const ends = (validTill: string, authority = 'rds-ca-rsa2048-g1') =>
  dbInstance({ certificate: known({ authority, validTill: new Date(validTill) }) });

testCheck(check, {
  pass: [
    { name: 'for decades', resource: dbInstance() },
    { name: 'for 90 days to the second', resource: ends('2027-02-20T12:00:00Z') },
    { name: 'as the user says', resource: ends('2026-12-01'), params: { days: 5 } },
  ],
  fail: [
    {
      name: 'for a second less',
      resource: ends('2027-02-20T11:59:59Z'),
      reasons: ['ends on 2027-02-20'],
    },
    { name: 'it has expired', resource: ends('2024-08-22') },
    {
      name: 'of an authority that is out of use, whatever the date says',
      resource: ends('2061-05-25', 'rds-ca-2019'),
      reasons: ['rds-ca-2019 is out of use'],
    },
  ],
  unknown: [
    { name: 'AWS did not say', resource: dbInstance({ certificate: unreadable('failed') }) },
  ],
});
