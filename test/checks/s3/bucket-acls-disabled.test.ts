import check from '../../../checks/s3/bucket-acls-disabled.ts';
import type { AclGrantee, Ownership } from '../../../src/collectors/s3/bucket-acl.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const run = (ownership: Observed<Ownership>, grantees: Observed<readonly AclGrantee[]>) => ({
  resource: records,
  given: { ownership: everyone(ownership), grantees: everyone(grantees) },
});
const owned = known('BucketOwnerEnforced' as const);
const written = known('ObjectWriter' as const);

testCheck(check, {
  pass: [
    { name: 'ACLs are disabled', ...run(owned, known([])), reasons: ['disabled'] },
    { name: 'ACLs are disabled, and the ACL may not be read', ...run(owned, unreadable()) },
    {
      name: "S27 ACLs are on, and the bucket's own names nobody but the owner",
      ...run(written, known([])),
      reasons: ['ObjectWriter', 'single objects were not read'],
    },
  ],
  fail: [
    {
      name: 'another account is let in by the ACL',
      ...run(known('BucketOwnerPreferred' as const), known(['another account'])),
      reasons: ['another account'],
    },
    {
      name: 'everyone is, and the log delivery of S3',
      ...run(written, known(['everyone', 'S3 log delivery'])),
      reasons: ['everyone, S3 log delivery'],
    },
  ],
  unknown: [
    { name: 'the ownership may not be read', ...run(unreadable(), known([])) },
    { name: 'ACLs are on, and the ACL may not be read', ...run(written, unreadable()) },
  ],
});
