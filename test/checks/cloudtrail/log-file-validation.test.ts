import check from '../../../checks/cloudtrail/log-file-validation.ts';
import { testCheck } from '../../support/check-tester.ts';
import { statusWith, trailWith } from '../../support/cloudtrail.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const managed = { by: 'organization' as const, reason: 'account 444455556666 runs it' };
const given = { statuses: everyone(known(statusWith())) };

testCheck(check, {
  pass: [
    { name: 'it is on', resource: trailWith(), given },
    {
      name: 'F2 digest files arrive, whatever does not reach CloudWatch Logs',
      resource: trailWith(),
      given: { statuses: everyone(known(statusWith({ cloudWatchError: 'Access denied' }))) },
    },
  ],
  fail: [
    { name: 'it is off', resource: trailWith({ logFileValidation: known(false) }), given },
    {
      name: 'it is off, whatever the trail does',
      resource: trailWith({ logFileValidation: known(false) }),
      given: { statuses: everyone(unreadable()) },
    },
    {
      name: 'F2 it is on, but digest files do not arrive',
      resource: trailWith(),
      given: { statuses: everyone(known(statusWith({ digestError: 'AccessDenied' }))) },
      reasons: ['digest files cannot be delivered: AccessDenied'],
    },
  ],
  unknown: [
    {
      name: 'the answer lacks it',
      resource: trailWith({ logFileValidation: unreadable('failed') }),
      given,
    },
    {
      name: 'F2 whether digest files arrive may not be read',
      resource: trailWith(),
      given: { statuses: everyone(unreadable()) },
    },
  ],
  'out-of-scope': [
    {
      name: "the organisation's trail, seen by a member",
      resource: trailWith({ logFileValidation: known(false), managed }),
      given,
      reasons: ['444455556666'],
    },
  ],
});
