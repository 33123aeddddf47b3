import check from '../../../checks/elasticache/group-encrypted-in-transit.ts';
import { testCheck } from '../../support/check-tester.ts';
import { replicationGroup } from '../../support/elasticache.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'its traffic is encrypted', resource: replicationGroup() }],
  fail: [
    {
      name: 'its traffic is in plain text',
      resource: replicationGroup({ encryptedInTransit: known(false) }),
    },
  ],
  unknown: [
    {
      name: 'it is not told',
      resource: replicationGroup({ encryptedInTransit: unreadable('failed') }),
    },
  ],
});
