import check from '../../../checks/eventbridge/bus-not-public.ts';
import { orderBus } from '../../support/buses.ts';
import { testCheck } from '../../support/check-tester.ts';
import { unreadable } from '../../support/observe.ts';
import { policyOf } from '../../support/policies.ts';

const open = { Principal: '*', Action: 'events:PutEvents', Resource: orderBus.arn };
const having = (...statements: readonly object[]) => ({
  ...orderBus,
  policy: policyOf(...statements),
});

testCheck(check, {
  pass: [
    { name: 'it has no policy', resource: orderBus, reasons: ['there is no policy of the bus'] },
    {
      name: 'S9 everyone of an organization may send',
      resource: having({
        ...open,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example1234' } },
      }),
      reasons: ['aws:principalorgid'],
    },
    {
      name: 'another account may send',
      resource: having({ ...open, Principal: { AWS: 'arn:aws:iam::444455556666:root' } }),
    },
  ],
  fail: [
    {
      name: 'everyone may send',
      resource: having(open),
      severity: 'high',
      reasons: ['allows events:PutEvents to everyone'],
    },
    {
      name: 'everyone may send what says that it comes of one source',
      resource: having({ ...open, Condition: { StringEquals: { 'events:source': 'orders' } } }),
      reasons: ['does not say who calls'],
    },
    {
      name: 'the default bus is open',
      resource: { ...having(open), kind: 'default', name: 'default' },
    },
  ],
  unknown: [
    {
      name: 'the policy cannot be understood',
      resource: { ...orderBus, policy: unreadable('failed') },
    },
  ],
});
