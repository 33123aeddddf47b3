import check from '../../../checks/emr/block-public-access.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const cluster = {
  arn: 'arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
  type: 'AWS::EMR::Cluster',
  name: 'etl',
  region: 'eu-west-1',
};

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

const given = { clusters: listing(cluster) };

testCheck(check, {
  pass: [
    { name: 'no port is excepted', resource: blocking(true), given },
    { name: 'SSH alone is excepted', resource: blocking(true, { from: 22, to: 22 }), given },
  ],
  fail: [
    { name: 'it is off', resource: blocking(false), given, reasons: ['not blocked'] },
    {
      name: 'another port is excepted',
      resource: blocking(true, { from: 22, to: 22 }, { from: 8088, to: 8088 }),
      given,
      reasons: ['ports 8088'],
    },
    {
      name: 'a range around SSH is excepted',
      resource: blocking(true, { from: 20, to: 22 }),
      given,
      reasons: ['20 to 22'],
    },
  ],
  unknown: [
    {
      name: 'the clusters may not be listed',
      resource: blocking(false),
      given: { clusters: partialListing('denied') },
    },
    { name: 'it may not be read', resource: account(unreadable()), given },
  ],
  'not-applicable': [
    {
      name: 'the Region has no cluster',
      resource: blocking(false),
      given: { clusters: listing() },
    },
  ],
});
