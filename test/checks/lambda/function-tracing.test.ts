import check from '../../../checks/lambda/function-tracing.ts';
import { testCheck } from '../../support/check-tester.ts';
import { shipping } from '../../support/lambda.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it is active', resource: { ...shipping, tracing: known('Active' as const) } }],
  fail: [
    {
      name: 'it follows its callers',
      resource: shipping,
      severity: 'low',
      reasons: ['only what its callers trace'],
    },
  ],
  unknown: [{ name: 'the mode is missing', resource: { ...shipping, tracing: unreadable() } }],
});
