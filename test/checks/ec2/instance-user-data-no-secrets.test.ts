import check from '../../../checks/ec2/instance-user-data-no-secrets.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = instance();
const holding = (...kinds: readonly string[]) => ({
  userData: everyone(known({ isEmpty: false, kinds })),
});

testCheck(check, {
  pass: [
    {
      name: 'there is no user data',
      resource,
      given: { userData: everyone(known({ isEmpty: true, kinds: [] })) },
    },
    { name: 'nothing looks like a secret', resource, given: holding() },
  ],
  fail: [
    {
      name: 'the kinds of secrets are named',
      resource,
      given: holding('aws-secret-access-key', 'password'),
      reasons: ['aws-secret-access-key, password'],
      severity: 'critical',
    },
  ],
  unknown: [
    { name: 'it may not be read', resource, given: { userData: everyone(unreadable()) } },
    {
      name: 'it cannot be decoded',
      resource,
      given: { userData: everyone(unreadable('failed')) },
    },
  ],
});
