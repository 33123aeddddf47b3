import check from '../../../checks/account/unapproved-regions-disabled.ts';
import type { RegionState } from '../../../src/aws/reads.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const always = { region: 'us-east-1', enabled: true, state: 'opt-in-not-required' };
const off = { region: 'ap-east-1', enabled: false, state: 'DISABLED' };
const on = { region: 'af-south-1', enabled: true, state: 'opted-in' };
const coming = { region: 'me-south-1', enabled: false, state: 'ENABLING' };

const withRegions = (...regions: readonly RegionState[]) => theAccount({ regions: known(regions) });

testCheck(check, {
  pass: [
    {
      name: 'every Region that was opted into is approved',
      resource: withRegions(always, on, off),
      params: { approvedRegions: ['us-east-1', 'af-south-1'] },
    },
    {
      name: 'a Region that nobody can disable is noted',
      resource: withRegions(always, off),
      params: { approvedRegions: ['eu-west-1'] },
      reasons: ['lets nobody disable them: us-east-1'],
    },
  ],
  fail: [
    {
      name: 'a Region was opted into without approval',
      resource: withRegions(always, on, off),
      params: { approvedRegions: ['us-east-1'] },
      reasons: [/without approval: af-south-1$/],
    },
    {
      name: 'a Region is being enabled',
      resource: withRegions(always, coming),
      params: { approvedRegions: ['us-east-1'] },
      reasons: ['me-south-1'],
    },
  ],
  manual: [
    {
      name: 'F16 no list was given: the enabled Regions are named',
      resource: withRegions(always, on, off),
      reasons: [
        'enabled are us-east-1, af-south-1',
        '--set account-unapproved-regions-disabled.approvedRegions=',
      ],
    },
  ],
  unknown: [
    {
      name: 'the Regions cannot be read',
      resource: theAccount({ regions: unreadable() }),
      params: { approvedRegions: ['us-east-1'] },
    },
  ],
});
