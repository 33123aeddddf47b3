import check from '../../../checks/backup/resources-recently-protected.ts';
import type { Resource } from '../../../src/collect/collector.ts';
import type { Listing } from '../../../src/observe/observed.ts';
import { protectedResource } from '../../support/backup.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const volume = resourceOf('volume', 'AWS::EC2::Volume', 'vol-1');
const stores = (volumes: Listing<Resource>) => ({ dataStores: new Map([['EBS', [volumes]]]) });
const given = stores(listing(volume));
const old = protectedResource({ lastBackup: daysAgo(3) });

testCheck(check, {
  pass: [
    { name: 'it was backed up yesterday', resource: protectedResource(), given },
    {
      name: 'a day and an hour is in time: backups do not begin to the minute',
      resource: protectedResource({ lastBackup: daysAgo(25 / 24) }),
      given,
    },
    {
      name: 'a week is the objective',
      resource: old,
      given,
      params: { maxAgeHours: 168 },
    },
    {
      name: 'it was backed up yesterday, and what there is may not be read',
      resource: protectedResource(),
      given: stores(partialListing<Resource>('denied')),
    },
  ],
  fail: [
    { name: 'the latest recovery point is too old', resource: old, given, reasons: ['3 days ago'] },
    {
      name: 'no backup has ended yet',
      resource: protectedResource({ lastBackup: null }),
      given,
    },
    {
      name: 'a kind of which it is not known what there is',
      resource: { ...old, kind: known('Timestream') },
      given,
    },
  ],
  unknown: [
    {
      name: 'it is too old, and whether the volume is still there may not be read',
      resource: old,
      given: stores(partialListing<Resource>('denied')),
    },
    {
      name: 'it is too old, and its kind is not told',
      resource: { ...old, kind: unreadable('failed') },
      given,
    },
  ],
  'not-applicable': [
    {
      name: 'the volume was deleted, and its recovery points are kept',
      resource: old,
      given: stores(listing()),
      reasons: ['is no more'],
    },
  ],
});
