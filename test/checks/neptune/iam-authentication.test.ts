import check from '../../../checks/neptune/iam-authentication.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster, dbSettings } from '../../support/rds.ts';

const cluster = (iamAuthentication = known(true)) =>
  dbCluster({ engine: 'neptune', settings: dbSettings({ iamAuthentication }) });

testCheck(check, {
  pass: [{ name: 'it is on', resource: cluster() }],
  fail: [{ name: 'it is off', resource: cluster(known(false)), reasons: ['is false'] }],
  unknown: [{ name: 'AWS did not say', resource: cluster(unreadable('failed')) }],
});
