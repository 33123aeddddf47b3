import check from '../../../checks/cloudtrail/kms-encryption.ts';
import { testCheck } from '../../support/check-tester.ts';
import { trailWith } from '../../support/cloudtrail.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'with a key', resource: trailWith(), reasons: ['key/11111111'] }],
  fail: [{ name: 'without a key', resource: trailWith({ kmsKey: known(null) }) }],
  unknown: [
    {
      name: 'the key of the trail could not be read',
      resource: trailWith({ kmsKey: unreadable() }),
    },
  ],
});
