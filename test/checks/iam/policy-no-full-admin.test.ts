import check from '../../../checks/iam/policy-no-full-admin.ts';
import { holdersAmong } from '../../../src/collectors/iam/policy-holders.ts';
import {
  awsPolicy,
  heldBy,
  iamGroup,
  iamRole,
  iamUser,
  managedPolicy,
} from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, partialListing, unreadable } from '../../support/observe.ts';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const team = managedPolicy('customer', everything);
const byRole = { holders: heldBy(iamRole('deployer', { attached: known([team]) })) };
const withMfa = { ...everything, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const inOrg = {
  ...everything,
  Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
};

testCheck(check, {
  fail: [
    {
      name: 'every action on every resource, and the holder is named',
      resource: team,
      given: byRole,
      reasons: ['statement 1 allows *', 'role deployer'],
    },
    {
      name: 'another spelling among harmless statements',
      resource: managedPolicy(
        'customer',
        { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: '*' },
        { Effect: 'Allow', NotAction: 'aws-portal:ViewBilling', NotResource: 'arn:aws:s3:::x' },
      ),
      given: byRole,
      reasons: ['statement 2'],
    },
    {
      name: 'I30 AdministratorAccess is one finding that names all who hold it',
      resource: managedPolicy('aws', everything),
      given: {
        holders: heldBy(
          iamRole('admin', { attached: known([awsPolicy('AdministratorAccess')]) }),
          iamGroup('operators', awsPolicy('AdministratorAccess')),
        ),
      },
      reasons: ['role admin, group operators', 'AWS writes the policy'],
    },
    {
      name: 'I19 with a condition, in strict mode',
      resource: managedPolicy('customer', withMfa),
      given: byRole,
      params: { strict: true },
    },
    {
      name: 'a known holder decides although the users could not be read',
      resource: team,
      given: {
        holders: holdersAmong([
          partialListing('denied'),
          partialListing('denied', iamGroup('admins', team)),
        ]),
      },
      reasons: ['group admins'],
    },
  ],
  pass: [
    {
      name: 'the actions of one service',
      resource: managedPolicy('customer', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      given: byRole,
    },
    {
      name: 'I30 a narrow policy of AWS',
      resource: managedPolicy('aws', { Effect: 'Allow', Action: 's3:Get*', Resource: '*' }),
      given: {
        holders: heldBy(iamUser('ann', { attached: known([awsPolicy('AdministratorAccess')]) })),
      },
    },
    {
      name: 'I19 only with MFA',
      resource: managedPolicy('customer', withMfa),
      given: byRole,
      reasons: ['aws:multifactorauthpresent'],
    },
    {
      name: 'I19 only within the organization',
      resource: managedPolicy('customer', inOrg),
      given: byRole,
      reasons: ['aws:principalorgid'],
    },
    {
      name: 'I19 a Deny takes all of it back',
      resource: managedPolicy('customer', everything, { ...everything, Effect: 'Deny' }),
      given: byRole,
      reasons: ['denies every action'],
    },
    {
      name: 'I21 all of IAM is not everything, and the way to it is told',
      resource: managedPolicy('customer', { Effect: 'Allow', Action: 'iam:*', Resource: '*' }),
      given: byRole,
      reasons: ['its holder can widen its own rights'],
    },
  ],
  'not-applicable': [
    {
      name: 'nobody holds it, or holds it as a boundary only',
      resource: team,
      given: { holders: heldBy(iamRole('other')) },
      reasons: ['attached to no'],
    },
  ],
  unknown: [
    {
      name: 'the document cannot be read',
      resource: { ...team, document: unreadable() },
      given: byRole,
    },
    {
      name: 'nobody is known to hold it, but the users cannot be read',
      resource: team,
      given: { holders: holdersAmong([partialListing('denied')]) },
    },
  ],
});
