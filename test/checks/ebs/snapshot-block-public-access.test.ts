import check from '../../../checks/ebs/snapshot-block-public-access.ts';
import { testCheck } from '../../support/check-tester.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { place } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

type State = 'unblocked' | 'block-new-sharing' | 'block-all-sharing';
const having = (block: Observed<State>) => accountResource(place, { block });

testCheck(check, {
  pass: [
    {
      name: 'all sharing is blocked',
      resource: having(known('block-all-sharing')),
      params: { strict: true },
    },
    {
      name: 'new sharing alone is blocked',
      resource: having(known('block-new-sharing')),
      reasons: ['snapshots that were public before stay so'],
    },
  ],
  fail: [
    { name: 'nothing is blocked', resource: having(known('unblocked')), reasons: ['eu-west-1'] },
    {
      name: 'strict mode: new sharing alone is blocked',
      resource: having(known('block-new-sharing')),
      params: { strict: true },
    },
  ],
  unknown: [{ name: 'it may not be read', resource: having(unreadable()) }],
});
