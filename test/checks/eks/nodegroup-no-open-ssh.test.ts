import check from '../../../checks/eks/nodegroup-no-open-ssh.ts';
import { testCheck } from '../../support/check-tester.ts';
import { nodegroup } from '../../support/eks.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'no key was set', resource: nodegroup() },
    {
      name: 'a key was set, and the groups from which it may be used',
      resource: nodegroup({ remoteAccess: known('groups') }),
    },
  ],
  fail: [
    {
      name: 'a key was set and no source, so EKS opens the port to everyone',
      resource: nodegroup({ remoteAccess: known('everywhere') }),
      severity: 'high',
    },
  ],
  unknown: [
    {
      name: 'the remote access could not be read',
      resource: nodegroup({ remoteAccess: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    {
      name: 'a launch template decides',
      resource: nodegroup({ remoteAccess: known('launch-template') }),
    },
  ],
});
