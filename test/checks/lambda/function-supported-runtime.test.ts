import check from '../../../checks/lambda/function-supported-runtime.ts';
import { testCheck } from '../../support/check-tester.ts';
import { shipping } from '../../support/lambda.ts';
import { known, unreadable } from '../../support/observe.ts';

// The clock of the tests stands at 2026-11-22.
const on = (id: string, deprecated: string | null) => ({
  ...shipping,
  runtime: known({ id, deprecated }),
});

testCheck(check, {
  pass: [
    {
      name: 'AWS patches the runtime for years to come',
      resource: on('python3.13', '2029-06-30'),
      reasons: ['AWS supports python3.13 until 2029-06-30'],
    },
    {
      name: 'AWS has set no end to it',
      resource: on('nodejs26.x', null),
      reasons: ['no end'],
    },
    { name: 'it ends tomorrow', resource: on('nodejs24.x', '2026-11-23') },
  ],
  fail: [
    {
      name: 'AWS ended it years ago',
      resource: on('python3.7', '2023-12-04'),
      severity: 'medium',
      reasons: ['AWS has not supported python3.7 since 2023-12-04'],
    },
    { name: 'its last day was yesterday', resource: on('dotnet8', '2026-11-22') },
  ],
  unknown: [
    {
      name: 'the runtime is none that the list knows, or is missing',
      resource: { ...shipping, runtime: unreadable('failed') },
      reasons: ['the test says failed'],
    },
  ],
  'not-applicable': [
    {
      name: 'it is a container image',
      resource: { ...shipping, runtime: known(null), variant: 'lambda-image' },
      reasons: ['its owner patches'],
    },
  ],
});
