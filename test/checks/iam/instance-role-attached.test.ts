import check from '../../../checks/iam/instance-role-attached.ts';
import type { IamRole } from '../../../src/collectors/iam/authorization-details.ts';
import type { Listing } from '../../../src/observe/observed.ts';
import { iamRole } from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const arn = 'arn:aws:iam::111122223333:instance-profile/web';
const resource = instance({ profileArn: known(arn) });
const web = iamRole('web', { profiles: known([`${arn}-2`, arn]) });
const other = iamRole('other', { profiles: known([`${arn}-2`]) });
const roles = (found: Listing<IamRole>) => ({ roles: found });

testCheck(check, {
  pass: [
    {
      name: 'a role lies in the profile',
      resource,
      given: roles(listing(other, web)),
      reasons: ['role web'],
    },
    {
      name: 'a role lies in the profile, whatever of the other roles could not be read',
      resource,
      given: roles(partialListing('denied', web)),
    },
  ],
  fail: [
    {
      name: 'no profile, whatever can be read of roles',
      resource: instance(),
      given: roles(partialListing('denied')),
    },
    {
      name: 'no role lies in the profile: it is empty, or was deleted',
      resource,
      given: roles(listing(other)),
      reasons: ['no role'],
    },
  ],
  unknown: [
    { name: 'the roles may not be read', resource, given: roles(partialListing('denied', other)) },
    {
      name: 'the profiles of a role are missing',
      resource,
      given: roles(listing(other, iamRole('odd', { profiles: unreadable() }))),
    },
    {
      name: 'whether it has a profile is missing',
      resource: instance({ profileArn: unreadable('failed') }),
      given: roles(listing(web)),
    },
  ],
});
