import check from '../../../checks/rds/custom-admin-username.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { database } from '../../support/rds.ts';

const called = (name: string, replicaOf?: string) =>
  database({ adminName: known(name) }, { replicaOf });

testCheck(check, {
  pass: [
    { name: 'it has a name of its own', resource: called('harbour_owner') },
    { name: 'a name that holds a known one', resource: called('postgres_7f3') },
  ],
  fail: [
    { name: 'it is called as everyone expects', resource: called('postgres') },
    { name: 'in whatever letters', resource: called('Admin'), reasons: ['called Admin'] },
    {
      name: 'as the user says',
      resource: called('harbour_owner'),
      params: { names: ['harbour_owner'] },
    },
  ],
  unknown: [{ name: 'AWS did not say', resource: database({ adminName: unreadable('failed') }) }],
  'not-applicable': [
    { name: 'a replica has the users of its source', resource: called('admin', 'orders') },
  ],
});
