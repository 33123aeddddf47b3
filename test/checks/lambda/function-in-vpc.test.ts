import check from '../../../checks/lambda/function-in-vpc.ts';
import { testCheck } from '../../support/check-tester.ts';
import { shipping } from '../../support/lambda.ts';
import { unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    {
      name: 'it is attached to subnets',
      resource: { ...shipping, subnetIds: ['subnet-b', 'subnet-a'] },
      reasons: ['subnet-a, subnet-b'],
    },
  ],
  fail: [
    { name: 'it is attached to none', resource: shipping, severity: 'low', reasons: ['no VPC'] },
  ],
  unknown: [
    {
      name: 'what tells whose the function is cannot be read',
      resource: { ...shipping, judgedIf: unreadable() },
    },
  ],
});
