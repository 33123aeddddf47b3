import check from '../../../checks/iam/instance-role-attached.ts';
import type { ProfileRoles } from '../../../src/collectors/ec2/instance-profiles.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const arn = 'arn:aws:iam::111122223333:instance-profile/web';
const resource = instance({ profileArn: known(arn) });
const roles = (value: ProfileRoles) => ({ profiles: everyone(known(value)) });

testCheck(check, {
  pass: [{ name: 'the profile has a role', resource, given: roles(['web']), reasons: ['web'] }],
  fail: [
    {
      name: 'no profile, whatever can be read of profiles',
      resource: instance(),
      given: { profiles: everyone(unreadable()) },
    },
    { name: 'the profile has no role', resource, given: roles([]), reasons: ['no role'] },
    { name: 'the profile is gone', resource, given: roles('deleted'), reasons: ['deleted'] },
  ],
  unknown: [
    {
      name: 'the profile may not be read',
      resource,
      given: { profiles: everyone(unreadable()) },
    },
    {
      name: 'whether it has a profile is missing',
      resource: instance({ profileArn: unreadable('failed') }),
      given: roles([]),
    },
  ],
});
