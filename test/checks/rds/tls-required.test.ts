import check from '../../../checks/rds/tls-required.ts';
import { testCheck } from '../../support/check-tester.ts';
import { unreadable } from '../../support/observe.ts';
import { tlsTarget } from '../../support/rds.ts';

testCheck(check, {
  pass: [
    {
      name: 'the group demands it',
      resource: tlsTarget('postgres', {}),
      reasons: ['rds.force_ssl is on in parameter group orders-tls'],
    },
    {
      name: 'the group of a cluster demands it, for all of its members',
      resource: {
        ...tlsTarget('aurora-postgresql', { group: 'aurora-tls' }),
        type: 'AWS::RDS::DBCluster',
      },
      reasons: ['rds.force_ssl is on in parameter group aurora-tls'],
    },
    {
      name: 'the default of the engine demands it',
      resource: tlsTarget('postgres', { from: 'engine-default', group: 'default.postgres16' }),
      reasons: ['by the engine default'],
    },
  ],
  fail: [
    {
      name: 'the group does not demand it',
      resource: tlsTarget('mysql', { isDemanded: false }),
      reasons: ['off in parameter group orders-tls'],
      severity: 'medium',
    },
    {
      name: 'the group does not demand it, and neither will it after the reboot',
      resource: tlsTarget('postgres', { isDemanded: false, isPending: true }),
    },
  ],
  unknown: [
    {
      name: 'the parameters may not be read',
      resource: { ...tlsTarget('postgres', {}), demand: unreadable() },
    },
  ],
  manual: [
    { name: 'Oracle, which has an option for it', resource: tlsTarget('oracle-ee') },
    { name: 'Db2', resource: tlsTarget('db2-se') },
    { name: 'RDS Custom', resource: tlsTarget('custom-sqlserver-se'), reasons: ['RDS Custom'] },
    {
      name: 'a version whose default is not known',
      resource: tlsTarget('mysql', { from: 'engine-default', isDemanded: undefined }),
    },
    {
      name: 'the demand waits for a reboot',
      resource: tlsTarget('postgres', { isPending: true }),
      reasons: ['reboot'],
    },
  ],
});
