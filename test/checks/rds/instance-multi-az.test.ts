import check from '../../../checks/rds/instance-multi-az.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

const single = { multiAz: known(false) };

testCheck(check, {
  pass: [{ name: 'there is a standby', resource: dbInstance() }],
  fail: [
    {
      name: 'there is none',
      resource: dbInstance(single),
      reasons: ['MultiAZ is false'],
      severity: 'medium',
    },
  ],
  unknown: [{ name: 'AWS did not say', resource: dbInstance({ multiAz: unreadable('failed') }) }],
  'not-applicable': [
    {
      name: 'R5 a member of an Aurora cluster',
      resource: dbInstance({ ...single, engine: 'aurora-postgresql', cluster: 'bookings' }),
      reasons: ['cluster bookings'],
    },
    {
      name: 'R6 the first Aurora, whose engine is called aurora',
      resource: dbInstance({ ...single, engine: 'aurora' }),
    },
    {
      name: 'a member of a Multi-AZ DB cluster',
      resource: dbInstance({ ...single, cluster: 'ledger' }),
    },
    {
      name: 'a read replica',
      resource: dbInstance({ ...single, replicaOf: 'orders' }),
      reasons: ['replica of orders'],
    },
  ],
});
