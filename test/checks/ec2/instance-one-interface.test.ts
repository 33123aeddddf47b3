import check from '../../../checks/ec2/instance-one-interface.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (...interfaceIds: string[]) => instance({ interfaceIds: known(interfaceIds) });

testCheck(check, {
  pass: [
    { name: 'it has one interface', resource: having('eni-1') },
    {
      name: 'the others are allowed by the parameters',
      resource: having('eni-1', 'eni-2'),
      params: { allowed: ['eni-2'] },
    },
  ],
  fail: [
    {
      name: 'it has two interfaces',
      resource: having('eni-1', 'eni-2'),
      reasons: ['2 network interfaces: eni-1, eni-2'],
    },
    {
      name: 'two are left beside those that are allowed',
      resource: having('eni-1', 'eni-2', 'eni-3'),
      params: { allowed: ['eni-2'] },
    },
  ],
  unknown: [
    { name: 'its interfaces may not be read', resource: instance({ interfaceIds: unreadable() }) },
  ],
});
