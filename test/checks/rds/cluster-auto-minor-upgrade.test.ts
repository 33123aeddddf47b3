import check from '../../../checks/rds/cluster-auto-minor-upgrade.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster } from '../../support/rds.ts';

const off = { autoMinorVersionUpgrade: known(false) };

testCheck(check, {
  pass: [
    { name: 'F29 an Aurora cluster with the flag', resource: dbCluster() },
    { name: 'F29 a Multi-AZ DB cluster with the flag', resource: dbCluster({ engine: 'mysql' }) },
  ],
  fail: [
    {
      name: 'F29 an Aurora cluster without it',
      resource: dbCluster(off),
      reasons: ['false on cluster bookings'],
    },
    {
      name: 'F29 a cluster of a global database without it',
      resource: dbCluster({ ...off, globalCluster: 'world' }),
    },
  ],
  unknown: [
    {
      name: 'AWS did not say',
      resource: dbCluster({ autoMinorVersionUpgrade: unreadable('failed') }),
    },
  ],
  manual: [
    {
      name: 'F29 a global database, which is never upgraded automatically',
      resource: dbCluster({ globalCluster: 'world' }),
      reasons: ['global database world'],
    },
  ],
  'not-applicable': [
    { name: 'Aurora Serverless v1', resource: dbCluster({ ...off, isServerlessV1: true }) },
  ],
});
