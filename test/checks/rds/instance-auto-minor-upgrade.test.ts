import check from '../../../checks/rds/instance-auto-minor-upgrade.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

const off = { autoMinorVersionUpgrade: known(false) };

testCheck(check, {
  pass: [{ name: 'upgrades are automatic', resource: dbInstance() }],
  fail: [
    { name: 'they are not', resource: dbInstance(off), reasons: [/^AutoMinorVersionUpgrade is f/] },
    {
      name: 'an Aurora member, since Aurora keeps the flag on its instances',
      resource: dbInstance({ ...off, engine: 'aurora-mysql', cluster: 'bookings' }),
    },
    {
      name: 'a member of a Multi-AZ DB cluster names the cluster, where it can be changed',
      resource: dbInstance({ ...off, engine: 'mysql', cluster: 'ledger' }),
      reasons: ['cluster ledger'],
    },
  ],
  unknown: [
    {
      name: 'AWS did not say',
      resource: dbInstance({ autoMinorVersionUpgrade: unreadable('failed') }),
    },
  ],
  manual: [{ name: 'RDS Custom', resource: dbInstance({ ...off, engine: 'custom-oracle-ee' }) }],
});
