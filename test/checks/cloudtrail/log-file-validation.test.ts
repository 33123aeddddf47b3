import check from '../../../checks/cloudtrail/log-file-validation.ts';
import { testCheck } from '../../support/check-tester.ts';
import { trailWith } from '../../support/cloudtrail.ts';
import { known, unreadable } from '../../support/observe.ts';

const managed = { by: 'organization' as const, reason: 'account 444455556666 runs it' };

testCheck(check, {
  pass: [{ name: 'it is on', resource: trailWith() }],
  fail: [{ name: 'it is off', resource: trailWith({ logFileValidation: known(false) }) }],
  unknown: [
    {
      name: 'the answer lacks it',
      resource: trailWith({ logFileValidation: unreadable('failed') }),
    },
  ],
  'out-of-scope': [
    {
      name: "the organisation's trail, seen by a member",
      resource: trailWith({ logFileValidation: known(false), managed }),
      reasons: ['444455556666'],
    },
  ],
});
