import check from '../../../checks/documentdb/snapshot-not-public.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { manualSnapshot } from '../../support/rds.ts';

const resource = manualSnapshot({ engine: 'docdb', of: 'cluster' });
const shared = (...restorers: readonly string[]) => ({ grants: everyone(known(restorers)) });

testCheck(check, {
  pass: [
    { name: 'with nobody', resource, given: shared() },
    { name: 'with an account', resource, given: shared('444455556666'), reasons: ['named'] },
    {
      name: 'with a KMS key, which keeps it from everyone',
      resource: { ...resource, canBePublic: false },
      given: { grants: everyone(unreadable('failed')) },
    },
  ],
  fail: [{ name: 'with everyone', resource, given: shared('all'), reasons: ['every AWS account'] }],
  unknown: [{ name: 'it may not be asked', resource, given: { grants: everyone(unreadable()) } }],
});
