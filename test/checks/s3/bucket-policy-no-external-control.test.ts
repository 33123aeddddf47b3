import check from '../../../checks/s3/bucket-policy-no-external-control.ts';
import { inMember, inNone, type NotSeen } from '../../../src/collectors/organizations/accounts.ts';
import type { Organization } from '../../../src/collectors/organizations/organization.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import type { Policy } from '../../../src/policy/document.ts';
import { policyOf } from '../../policy/documents.ts';
import { account, testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const partner = '444455556666';
const manager = '999900001111';
const run = (
  policy: Observed<Policy | null>,
  siblings: Observed<readonly string[] | NotSeen> = known(inMember),
  joined: Observed<Organization | null> = known({ id: 'o-a1b2c3d4e5', managementAccount: manager }),
) => ({ resource: records, given: { policy: everyone(policy), siblings, joined } });
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
      name: 'a member sees that the management account may',
      ...run(giving({ AWS: manager }, 's3:*')),
      reasons: [/, the management account of this organization$/],
    },
    {
      name: 'a member sees that the management account may, and an account of which it knows nothing',
      ...run(giving({ AWS: [manager, partner] }, 's3:*')),
      reasons: [/, one of them the management account of this organization$/],
    },
    {
      name: 'an account in no organization knows nobody',
      ...run(giving({ AWS: manager }, 's3:*'), known(inNone), known(null)),
      reasons: [new RegExp(`to account ${manager}$`)],
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
