import check from '../../../checks/ebs/snapshot-not-public.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { place, resourceOf } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const snapshot = (isSharedWithAll: Observed<boolean>) => ({
  ...resourceOf('snapshot', 'AWS::EC2::Snapshot', 'snap-1'),
  isSharedWithAll,
});
const theAccount = (isSharedWithAll: Observed<boolean>) =>
  accountResource(place, { isSharedWithAll });
const state = (value: 'unblocked' | 'block-new-sharing' | 'block-all-sharing') => ({
  block: known(value),
});

testCheck(check, {
  pass: [
    { name: 'none is public', resource: theAccount(known(false)), given: state('unblocked') },
    {
      name: 'none is public, whatever may not be read of the block',
      resource: theAccount(known(false)),
      given: { block: unreadable() },
    },
    {
      name: 'the block makes a public one private, and that is said',
      resource: snapshot(known(true)),
      given: state('block-all-sharing'),
      reasons: ['without it everyone could restore the snapshot'],
    },
    {
      name: 'the block decides it where the snapshots may not be read',
      resource: theAccount(unreadable()),
      given: state('block-all-sharing'),
    },
  ],
  fail: [
    {
      name: 'public',
      resource: snapshot(known(true)),
      given: state('unblocked'),
      severity: 'critical',
    },
    {
      name: 'a block of new sharing leaves it public',
      resource: snapshot(known(true)),
      given: state('block-new-sharing'),
    },
  ],
  unknown: [
    {
      name: 'its permission may not be read',
      resource: snapshot(unreadable()),
      given: state('unblocked'),
    },
    {
      name: 'it is shared, and the block may not be read',
      resource: snapshot(known(true)),
      given: { block: unreadable() },
    },
  ],
});
