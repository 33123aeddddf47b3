import check from '../../../checks/rds/instance-backup-enabled.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

const kept = (days: number) => ({ backupRetention: known(days) });

testCheck(check, {
  pass: [
    { name: '7 days are enough', resource: dbInstance(kept(7)), reasons: ['7'] },
    {
      name: 'so are 3, where that is asked',
      resource: dbInstance(kept(3)),
      params: { minDays: 3 },
    },
  ],
  fail: [
    { name: '6 days are too few', resource: dbInstance(kept(6)), reasons: ['6, less than 7'] },
    { name: 'backups are off', resource: dbInstance(kept(0)), reasons: ['off'] },
    {
      name: 'backups are off, even where no days are asked for',
      resource: dbInstance(kept(0)),
      params: { minDays: 0 },
    },
  ],
  unknown: [
    { name: 'AWS did not say', resource: dbInstance({ backupRetention: unreadable('failed') }) },
  ],
  'not-applicable': [
    {
      name: 'R7 a reader of an Aurora cluster: the cluster is what is backed up',
      resource: dbInstance({ ...kept(1), engine: 'aurora-mysql', cluster: 'bookings' }),
      reasons: ['cluster bookings'],
    },
    { name: 'a read replica', resource: dbInstance({ ...kept(0), replicaOf: 'orders' }) },
  ],
});
