import check from '../../../checks/iam/support-role.ts';
import { holdersAmong } from '../../../src/collectors/iam/policy-holders.ts';
import { awsPolicy, heldBy, iamGroup, iamRole } from '../../support/authorization.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, listing, partialListing } from '../../support/observe.ts';

const support = awsPolicy('AWSSupportAccess');
const supporter = iamRole('supporter', { attached: known([support]) });
const resource = theAccount({});

testCheck(check, {
  pass: [
    {
      name: 'a role holds it',
      resource,
      given: { holders: heldBy(supporter) },
      reasons: ['role supporter'],
    },
    {
      name: 'a role holds it, and the groups cannot be read',
      resource,
      given: { holders: holdersAmong([partialListing('denied'), listing(supporter)]) },
    },
    {
      name: 'F26 a group holds it, which is enough for Security Hub',
      resource,
      given: { holders: heldBy(iamGroup('operators', support)) },
      params: { anyHolder: true },
      reasons: ['group operators'],
    },
  ],
  fail: [
    {
      name: 'F26 only a group holds it',
      resource,
      given: { holders: heldBy(iamGroup('operators', support)) },
      reasons: ['no role, only to group operators'],
    },
    {
      name: 'nobody holds it',
      resource,
      given: { holders: heldBy(iamRole('r', { attached: known([awsPolicy('ReadOnlyAccess')]) })) },
    },
  ],
  unknown: [
    {
      name: 'F26 a group holds it, and a page of the roles cannot be read',
      resource,
      given: {
        holders: holdersAmong([partialListing('denied'), listing(iamGroup('operators', support))]),
      },
    },
    {
      name: 'a page of the roles cannot be read',
      resource,
      given: { holders: holdersAmong([partialListing('throttled', iamRole('r'))]) },
    },
  ],
});
