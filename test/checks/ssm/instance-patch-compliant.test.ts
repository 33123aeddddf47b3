import check from '../../../checks/ssm/instance-patch-compliant.ts';
import type { PatchState } from '../../../src/collectors/ssm/patch-states.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { hybrid, managedNode, patchState } from '../../support/ssm.ts';

const resource = managedNode();
const having = (fields: Partial<PatchState>) => ({
  patchStates: everyone(known(patchState(fields))),
});

testCheck(check, {
  pass: [
    { name: 'nothing is missing, failed, rejected or waiting', resource, given: having({}) },
    { name: 'the same of a server outside EC2', resource: hybrid, given: having({}) },
  ],
  fail: [
    {
      name: 'patches are missing',
      resource,
      given: having({ missing: known(3), forSecurity: known(2) }),
      reasons: ['3 missing', '2 of all that are for security'],
      severity: 'high',
    },
    { name: 'one failed', resource, given: having({ failed: known(1) }) },
    {
      name: 'one waits for a restart',
      resource,
      given: having({ waitingForReboot: known(1) }),
      reasons: ['1 installed and waiting'],
    },
    { name: 'one is rejected', resource, given: having({ rejected: known(1) }) },
    {
      name: 'one is missing, whatever the other counts are',
      resource,
      given: having({ missing: known(1), rejected: unreadable('failed') }),
    },
    {
      name: 'Patch Manager never scanned the node: that is not compliance',
      resource,
      given: { patchStates: everyone(known<PatchState | null>(null)) },
      reasons: ['never scanned'],
    },
  ],
  unknown: [
    {
      name: 'the states may not be read',
      resource,
      given: { patchStates: everyone(unreadable()) },
    },
    { name: 'a count is not told', resource, given: having({ rejected: unreadable('failed') }) },
  ],
});
