import check from '../../../checks/rds/instance-auto-minor-upgrade.ts';
import type { DbCluster } from '../../../src/collectors/rds/clusters.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';
import { dbCluster, dbInstance } from '../../support/rds.ts';

const off = { autoMinorVersionUpgrade: known(false) };
const given = { clusters: listing<DbCluster>() };
const bookings = (...changes: Parameters<typeof dbCluster>) => ({
  resource: dbInstance({ engine: 'aurora-mysql', cluster: 'bookings' }),
  given: { clusters: listing(dbCluster({ name: 'ledger' }), dbCluster(...changes)) },
});

testCheck(check, {
  pass: [
    { name: 'upgrades are automatic', resource: dbInstance(), given },
    { name: 'F29 they are for the Aurora cluster too', ...bookings() },
  ],
  fail: [
    {
      name: 'they are not',
      resource: dbInstance(off),
      given,
      reasons: [/^AutoMinorVersionUpgrade is f/],
    },
    {
      name: 'F29 the Aurora cluster does not take them, whatever its member says',
      ...bookings(off),
      reasons: ['false on cluster bookings'],
    },
    {
      name: 'an Aurora member, since Aurora keeps the flag on its instances',
      resource: dbInstance({ ...off, engine: 'aurora-mysql', cluster: 'bookings' }),
      given: { clusters: partialListing<DbCluster>('denied') },
    },
    {
      name: 'a member of a Multi-AZ DB cluster names the cluster, where it can be changed',
      resource: dbInstance({ ...off, engine: 'mysql', cluster: 'ledger' }),
      given,
      reasons: ['cluster ledger'],
    },
  ],
  unknown: [
    {
      name: 'AWS did not say',
      resource: dbInstance({ autoMinorVersionUpgrade: unreadable('failed') }),
      given,
    },
    {
      name: 'F29 the cluster may not be read',
      ...bookings(),
      given: { clusters: partialListing<DbCluster>('denied') },
    },
    { name: 'F29 the cluster is not among those listed', ...bookings({ name: 'another' }) },
  ],
  manual: [
    { name: 'RDS Custom', resource: dbInstance({ ...off, engine: 'custom-oracle-ee' }), given },
    {
      name: 'F29 a global database, which is never upgraded automatically',
      ...bookings({ globalCluster: 'world' }),
      reasons: ['global database world'],
    },
  ],
});
