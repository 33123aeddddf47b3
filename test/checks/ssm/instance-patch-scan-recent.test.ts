import check from '../../../checks/ssm/instance-patch-scan-recent.ts';
import type { PatchState } from '../../../src/collectors/ssm/patch-states.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { managedNode, patchState } from '../../support/ssm.ts';

const resource = managedNode();
const having = (fields: Partial<PatchState>) => ({
  patchStates: everyone(known(patchState(fields))),
});

testCheck(check, {
  pass: [
    { name: 'it was scanned yesterday', resource, given: having({}) },
    {
      name: 'exactly as old as is allowed',
      resource,
      given: having({ endedAt: known(daysAgo(7)) }),
    },
    {
      name: 'an installation looks too',
      resource,
      given: having({ operation: known('Install') }),
      reasons: ['last install'],
    },
    {
      name: 'a longer time is allowed',
      resource,
      given: having({ endedAt: known(daysAgo(20)) }),
      params: { maxAgeDays: 30 },
    },
  ],
  fail: [
    {
      name: 'the last scan is too old',
      resource,
      given: having({ endedAt: known(daysAgo(7.1)) }),
      reasons: ['7 days and 3 hours ago'],
    },
    {
      name: 'it was never scanned',
      resource,
      given: { patchStates: everyone(known<PatchState | null>(null)) },
    },
  ],
  unknown: [
    {
      name: 'the states may not be read',
      resource,
      given: { patchStates: everyone(unreadable()) },
    },
    { name: 'the end is not told', resource, given: having({ endedAt: unreadable('failed') }) },
  ],
});
