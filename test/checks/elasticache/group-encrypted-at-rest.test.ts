import check from '../../../checks/elasticache/group-encrypted-at-rest.ts';
import { testCheck } from '../../support/check-tester.ts';
import { replicationGroup } from '../../support/elasticache.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it is encrypted', resource: replicationGroup() }],
  fail: [
    {
      name: 'it was made without encryption',
      resource: replicationGroup({ encryptedAtRest: known(false) }),
    },
  ],
  unknown: [
    {
      name: 'it is not told',
      resource: replicationGroup({ encryptedAtRest: unreadable('failed') }),
    },
  ],
});
