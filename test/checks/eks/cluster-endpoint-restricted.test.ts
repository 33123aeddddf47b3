import check from '../../../checks/eks/cluster-endpoint-restricted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { eksCluster } from '../../support/eks.ts';
import { known, unreadable } from '../../support/observe.ts';

const openTo = (...cidrs: readonly string[]) =>
  eksCluster({ endpoint: known({ isPublic: true, cidrs }) });

testCheck(check, {
  pass: [
    {
      name: 'the endpoint is private',
      resource: eksCluster({ endpoint: known({ isPublic: false, cidrs: [] }) }),
    },
    {
      name: 'the endpoint is public, for known networks alone',
      resource: openTo('203.0.113.0/24', '198.51.100.7/32'),
      reasons: ['for 203.0.113.0/24, 198.51.100.7/32 alone'],
    },
  ],
  fail: [
    {
      name: 'nothing was said: the endpoint is public for everyone',
      resource: eksCluster(),
      reasons: ['the whole Internet (IPv4) reaches it'],
      severity: 'high',
    },
    {
      name: 'a dual-stack cluster is open to everyone by IPv6',
      resource: openTo('203.0.113.0/24', '::/0'),
      reasons: ['the whole Internet (IPv6)'],
    },
    { name: 'two halves are the whole', resource: openTo('0.0.0.0/1', '128.0.0.0/1') },
    {
      name: 'one half is no known network',
      resource: openTo('0.0.0.0/1'),
      reasons: ['a large part of the Internet (IPv4)'],
    },
    {
      name: 'known networks are too many for an owner who wants none',
      resource: openTo('203.0.113.0/24'),
      params: { allowKnownNetworks: false },
    },
  ],
  unknown: [
    {
      name: 'the cluster may not be described',
      resource: eksCluster({ endpoint: unreadable() }),
    },
  ],
});
