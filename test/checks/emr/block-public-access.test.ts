import check from '../../../checks/emr/block-public-access.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const blocking = (isOn: boolean, ...ports: readonly { from: number; to: number }[]) =>
  account(known({ isOn, ports }));

function account(
  value: Observed<{ isOn: boolean; ports: readonly { from: number; to: number }[] }>,
) {
  return {
    arn: 'arn:aws:iam::111122223333:root',
    type: 'AWS::::Account',
    name: '111122223333',
    region: 'eu-west-1',
    blocking: value,
  };
}

testCheck(check, {
  pass: [
    { name: 'no port is excepted', resource: blocking(true) },
    { name: 'SSH alone is excepted', resource: blocking(true, { from: 22, to: 22 }) },
  ],
  fail: [
    { name: 'it is off', resource: blocking(false), reasons: ['not blocked'] },
    {
      name: 'another port is excepted',
      resource: blocking(true, { from: 22, to: 22 }, { from: 8088, to: 8088 }),
      reasons: ['ports 8088'],
    },
    {
      name: 'a range around SSH is excepted',
      resource: blocking(true, { from: 20, to: 22 }),
      reasons: ['20 to 22'],
    },
  ],
  unknown: [{ name: 'it may not be read', resource: account(unreadable()) }],
});
