import check from '../../../checks/rds/cluster-multi-az.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster } from '../../support/rds.ts';

testCheck(check, {
  pass: [{ name: 'R5 its members are in several zones', resource: dbCluster() }],
  fail: [
    {
      name: 'they are not',
      resource: dbCluster({ multiAz: known(false) }),
      reasons: ['MultiAZ is false'],
    },
  ],
  unknown: [{ name: 'AWS did not say', resource: dbCluster({ multiAz: unreadable('failed') }) }],
  'not-applicable': [
    {
      name: 'Aurora Serverless v1',
      resource: dbCluster({ isServerlessV1: true, multiAz: known(false) }),
    },
  ],
});
