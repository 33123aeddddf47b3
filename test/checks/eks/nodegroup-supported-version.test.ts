import check from '../../../checks/eks/nodegroup-supported-version.ts';
import type { OfferedVersion } from '../../../src/reasoning/kubernetes-support.ts';
import { testCheck } from '../../support/check-tester.ts';
import { nodegroup, versions } from '../../support/eks.ts';
import { known, partialListing, unreadable } from '../../support/observe.ts';

const given = { versions };
const extended = { allowExtendedSupport: true };

testCheck(check, {
  pass: [
    { name: 'nodes run the version of the control plane', resource: nodegroup(), given },
    {
      name: 'the control plane was deleted since the group was listed',
      resource: nodegroup({ clusterVersion: known(undefined) }),
      given,
    },
    {
      name: 'three versions behind is as far as they may be, where extended support is enough',
      resource: nodegroup({ version: known('1.31') }),
      given,
      params: extended,
    },
  ],
  fail: [
    {
      name: 'the version is in extended support',
      resource: nodegroup({ version: known('1.33') }),
      given,
      reasons: ['Kubernetes 1.33 is out of support'],
      severity: 'high',
    },
    {
      name: 'four versions behind is too far, even where extended support is enough',
      resource: nodegroup({ version: known('1.31'), clusterVersion: known('1.35') }),
      given,
      params: extended,
      reasons: ['nodes are 4 minor versions behind'],
    },
    {
      name: 'EKS reports that the group is ill',
      resource: nodegroup({ issues: known(['NodeCreationFailure']) }),
      given,
      reasons: ['EKS reports of its health: NodeCreationFailure'],
    },
    {
      name: 'the version is out of support, whatever that of the control plane is',
      resource: nodegroup({ version: known('1.30'), clusterVersion: unreadable() }),
      given,
    },
  ],
  unknown: [
    {
      name: 'the group has no version',
      resource: nodegroup({ version: unreadable('failed') }),
      given,
    },
    {
      name: 'AWS may not be asked, and its calendar does not know the version',
      resource: nodegroup({ version: known('1.36'), clusterVersion: known('1.36') }),
      given: { versions: partialListing<OfferedVersion>('denied') },
    },
    {
      name: 'the cluster could not be described',
      resource: nodegroup({ clusterVersion: unreadable() }),
      given,
    },
  ],
});
