import check from '../../../checks/neptune/cluster-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster } from '../../support/rds.ts';

const cluster = (encryption: Parameters<typeof dbCluster>[0] = {}) =>
  dbCluster({ engine: 'neptune', ...encryption });

testCheck(check, {
  pass: [{ name: 'with a KMS key', resource: cluster() }],
  fail: [{ name: 'not at all', resource: cluster({ encryption: known('none') }) }],
  unknown: [{ name: 'AWS did not say', resource: cluster({ encryption: unreadable('failed') }) }],
});
