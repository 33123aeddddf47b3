import check from '../../../checks/cloudtrail/bucket-not-public.ts';
import { openRead, policyOf } from '../../policy/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { bare, closedTo, fullBlock, records } from '../../support/s3.ts';

const resource = { ...records, own: known(records) };
const openPolicy = { status: known('public' as const), policy: known(policyOf(openRead())) };

testCheck(check, {
  pass: [
    { name: 'nothing opens it', resource, given: bare({}) },
    {
      name: 'S2 its public policy has no effect',
      resource,
      given: bare({ ...openPolicy, account: known(fullBlock) }),
      reasons: ['has no effect'],
    },
  ],
  fail: [{ name: 'its policy is public', resource, given: bare(openPolicy) }],
  unknown: [
    { name: 'nothing may be read', resource, given: closedTo({}) },
    {
      name: 'it is of another account',
      resource: { ...resource, own: unreadable() },
      given: bare({}),
    },
  ],
});
