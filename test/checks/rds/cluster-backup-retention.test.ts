import check from '../../../checks/rds/cluster-backup-retention.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster } from '../../support/rds.ts';

testCheck(check, {
  pass: [
    { name: 'for longer', resource: dbCluster() },
    { name: 'for just as long', resource: dbCluster({ backupRetention: known(7) }) },
    {
      name: 'as the user says',
      resource: dbCluster({ backupRetention: known(3) }),
      params: { minDays: 3 },
    },
  ],
  fail: [
    {
      name: 'for less',
      resource: dbCluster({ backupRetention: known(1) }),
      reasons: ['days: 1, less than 7'],
    },
  ],
  unknown: [
    { name: 'AWS did not say', resource: dbCluster({ backupRetention: unreadable('failed') }) },
  ],
});
