import check from '../../../checks/rds/iam-authentication.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { database } from '../../support/rds.ts';

const off = { iamAuthentication: known(false) };

testCheck(check, {
  pass: [{ name: 'it is on', resource: database() }],
  fail: [
    { name: 'it is off', resource: database(off), reasons: ['is false'] },
    {
      name: 'it is off for an Aurora cluster',
      resource: database(off, { engine: 'aurora-mysql' }),
    },
    { name: 'it is off for MariaDB', resource: database(off, { engine: 'mariadb' }) },
  ],
  unknown: [
    { name: 'AWS did not say', resource: database({ iamAuthentication: unreadable('failed') }) },
  ],
  'not-applicable': [
    {
      name: 'the engine has none',
      resource: database(off, { engine: 'oracle-ee' }),
      reasons: ['oracle-ee has no IAM'],
    },
    {
      name: 'SQL Server has none',
      resource: database(off, { engine: 'sqlserver-se' }),
    },
  ],
});
