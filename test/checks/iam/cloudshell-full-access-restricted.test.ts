import check from '../../../checks/iam/cloudshell-full-access-restricted.ts';
import { holdersAmong } from '../../../src/collectors/iam/policy-holders.ts';
import { awsPolicy, heldBy, iamGroup, iamUser } from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, partialListing, unreadable } from '../../support/observe.ts';

const policy = awsPolicy('AWSCloudShellFullAccess');
const resource = { ...policy, type: 'AWS::IAM::ManagedPolicy', region: 'global' };
const holder = iamUser('ann', { attached: known([policy]) });

testCheck(check, {
  pass: [{ name: 'nobody holds it', resource, given: { holders: heldBy(iamGroup('operators')) } }],
  fail: [
    {
      name: 'a user holds it',
      resource,
      given: { holders: heldBy(holder) },
      reasons: ['user ann'],
    },
    {
      name: 'a user holds it, whatever could not be read beside',
      resource,
      given: { holders: holdersAmong([partialListing('denied', holder)]) },
    },
  ],
  unknown: [
    {
      name: 'the policies of one user cannot be read',
      resource,
      given: { holders: heldBy(iamUser('ann', { attached: unreadable() })) },
    },
  ],
});
