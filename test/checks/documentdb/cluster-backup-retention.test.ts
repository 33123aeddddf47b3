import check from '../../../checks/documentdb/cluster-backup-retention.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster } from '../../support/rds.ts';

const kept = (days: number) => dbCluster({ engine: 'docdb', backupRetention: known(days) });

testCheck(check, {
  pass: [{ name: 'for just as long', resource: kept(7) }],
  fail: [{ name: 'for less', resource: kept(1), reasons: ['less than 7'] }],
  unknown: [
    { name: 'AWS did not say', resource: dbCluster({ backupRetention: unreadable('failed') }) },
  ],
});
