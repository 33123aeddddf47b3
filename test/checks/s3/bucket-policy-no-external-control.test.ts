import check from '../../../checks/s3/bucket-policy-no-external-control.ts';
import { inMember, type NotSeen } from '../../../src/collectors/organizations/accounts.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import type { Policy } from '../../../src/policy/document.ts';
import { policyOf } from '../../policy/documents.ts';
import { account, testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const partner = '444455556666';
const run = (
  policy: Observed<Policy | null>,
  siblings: Observed<readonly string[] | NotSeen> = known(inMember),
) => ({ resource: records, given: { policy: everyone(policy), siblings } });
const giving = (Principal: unknown, Action: unknown, more: object = {}) =>
  known(policyOf({ Effect: 'Allow', Principal, Action, Resource: '*', ...more }));
const toPartner = { AWS: `arn:aws:iam::${partner}:root` };

testCheck(check, {
  pass: [
    { name: 'no policy', ...run(known(null)), reasons: ['no bucket policy'] },
    { name: 'the other account may read', ...run(giving(toPartner, 's3:GetObject')) },
    { name: 'the own account may do all', ...run(giving({ AWS: account }, 's3:*')) },
    {
      name: 'a Deny takes the actions back from everyone',
      ...run(
        known(
          policyOf(
            { Effect: 'Allow', Principal: toPartner, Action: 's3:*', Resource: '*' },
            { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
          ),
        ),
      ),
    },
    {
      name: 'an account that the owner trusts',
      ...run(giving(toPartner, 's3:PutBucketPolicy')),
      params: { trustedAccounts: [partner] },
      reasons: ['trusted'],
    },
  ],
  fail: [
    {
      name: 'another account may write the policy',
      ...run(giving(toPartner, 's3:PutBucketPolicy')),
      reasons: [new RegExp(`^statement 1 allows s3:PutBucketPolicy to account ${partner}$`)],
    },
    { name: 'by a wildcard', ...run(giving(toPartner, 's3:Put*')), reasons: ['s3:PutBucketAcl'] },
    { name: 'everyone may', ...run(giving('*', 's3:*')), reasons: ['everyone'] },
    {
      name: 'an account of the organization may, which is told',
      ...run(giving(toPartner, 's3:*'), known([account, partner])),
      reasons: ['of this organization'],
    },
    {
      name: 'an account outside the organization may',
      ...run(giving(toPartner, 's3:*'), known([account])),
      reasons: ['outside this organization'],
    },
    {
      name: 'two accounts may, one of them of the organization',
      ...run(giving({ AWS: [partner, '777788889999'] }, 's3:*'), known([account, partner])),
      reasons: ['1 of them of this organization'],
    },
    {
      name: 'one of two accounts is trusted',
      ...run(giving({ AWS: [partner, '777788889999'] }, 's3:PutObjectAcl')),
      params: { trustedAccounts: [partner] },
    },
    {
      name: 'everyone may, and trust in an account is no excuse',
      ...run(giving('*', 's3:*')),
      params: { trustedAccounts: [partner] },
    },
    {
      name: 'whose the account is may not be read',
      ...run(giving(toPartner, 's3:*'), unreadable()),
    },
  ],
  unknown: [{ name: 'the policy may not be read', ...run(unreadable()) }],
});
