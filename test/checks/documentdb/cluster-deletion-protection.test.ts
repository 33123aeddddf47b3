import check from '../../../checks/documentdb/cluster-deletion-protection.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster, dbSettings } from '../../support/rds.ts';

const cluster = (deletionProtection = known(true)) =>
  dbCluster({ engine: 'docdb', settings: dbSettings({ deletionProtection }) });

testCheck(check, {
  pass: [{ name: 'it is on', resource: cluster() }],
  fail: [{ name: 'it is off', resource: cluster(known(false)), reasons: ['is false'] }],
  unknown: [{ name: 'AWS did not say', resource: cluster(unreadable('failed')) }],
});
