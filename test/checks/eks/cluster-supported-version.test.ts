import check from '../../../checks/eks/cluster-supported-version.ts';
import type { OfferedVersion } from '../../../src/reasoning/kubernetes-support.ts';
import { testCheck } from '../../support/check-tester.ts';
import { eksCluster, versions } from '../../support/eks.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const given = { versions };
const denied = { versions: partialListing<OfferedVersion>('denied') };
const on = (version: string) => eksCluster({ version: known(version) });
const unheardOf: OfferedVersion = { version: '1.36', support: unreadable('failed') };

testCheck(check, {
  pass: [
    {
      name: 'AWS says that it is in standard support',
      resource: on('1.34'),
      given,
      reasons: ['Kubernetes 1.34 is in standard support'],
    },
    {
      name: 'AWS may not be asked, and its calendar says so',
      resource: on('1.34'),
      given: denied,
      reasons: ['by the calendar of 2026-11-27: AWS did not say'],
    },
    {
      name: 'extended support is enough for the owner',
      resource: on('1.33'),
      given,
      params: { allowExtendedSupport: true },
    },
  ],
  fail: [
    {
      name: 'it is in extended support',
      resource: on('1.33'),
      given,
      reasons: ['in extended support, which ends and is charged'],
      severity: 'high',
    },
    { name: 'AWS says that it is unsupported', resource: on('1.30'), given },
    {
      name: 'AWS offers it no more',
      resource: on('1.21'),
      given,
      reasons: ['Kubernetes 1.21 is no longer supported'],
    },
    {
      name: 'AWS may not be asked, and its calendar says that standard support ended',
      resource: on('1.33'),
      given: denied,
      reasons: ['in extended support'],
    },
    {
      name: 'AWS may not be asked, and its calendar says that all support ended',
      resource: on('1.30'),
      given: denied,
      reasons: ['no longer supported'],
    },
    {
      name: 'AWS names no version at all, so its calendar decides',
      resource: on('1.32'),
      given: { versions: listing<OfferedVersion>() },
    },
    {
      name: 'no support is not enough for an owner who takes extended support',
      resource: on('1.30'),
      given,
      params: { allowExtendedSupport: true },
    },
  ],
  unknown: [
    {
      name: 'the cluster may not be described',
      resource: eksCluster({ version: unreadable() }),
      given,
    },
    {
      name: 'AWS may not be asked, and its calendar does not know the version',
      resource: on('1.36'),
      given: denied,
    },
    {
      name: 'AWS says something new of a version that its calendar does not know',
      resource: on('1.36'),
      given: { versions: listing(unheardOf) },
    },
  ],
});
