import check from '../../../checks/eventbridge/bus-policy-attached.ts';
import { orderBus } from '../../support/buses.ts';
import { testCheck } from '../../support/check-tester.ts';
import { unreadable } from '../../support/observe.ts';
import { policyOf } from '../../support/policies.ts';

const policy = policyOf({
  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
  Action: 'events:PutEvents',
  Resource: orderBus.arn,
});

testCheck(check, {
  pass: [{ name: 'it has a policy', resource: { ...orderBus, policy } }],
  fail: [
    {
      name: 'it has none',
      resource: orderBus,
      severity: 'low',
      reasons: ['the bus has no policy'],
    },
  ],
  unknown: [
    {
      name: 'the policy cannot be understood',
      resource: { ...orderBus, policy: unreadable('failed') },
    },
  ],
  'not-applicable': [
    {
      name: 'it is the bus that AWS made',
      resource: { ...orderBus, name: 'default', kind: 'default', policy },
    },
    {
      name: 'it is the bus of a partner',
      resource: { ...orderBus, name: 'aws.partner/example.com/1', kind: 'partner' },
    },
  ],
});
