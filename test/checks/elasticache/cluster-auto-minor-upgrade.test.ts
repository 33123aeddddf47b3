import check from '../../../checks/elasticache/cluster-auto-minor-upgrade.ts';
import { testCheck } from '../../support/check-tester.ts';
import { cacheCluster } from '../../support/elasticache.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'a node of Valkey takes them', resource: cacheCluster() },
    { name: 'a node of Redis OSS takes them', resource: cacheCluster({ engine: known('redis') }) },
  ],
  fail: [
    {
      name: 'they wait for somebody',
      resource: cacheCluster({ autoMinorVersionUpgrade: known(false) }),
    },
    {
      name: 'a cluster of no replication group does not take them either',
      resource: cacheCluster({
        engine: known('redis'),
        isInGroup: false,
        autoMinorVersionUpgrade: known(false),
      }),
    },
  ],
  'not-applicable': [
    {
      name: 'it is one of Memcached',
      resource: cacheCluster({
        engine: known('memcached'),
        autoMinorVersionUpgrade: known(false),
      }),
    },
  ],
  unknown: [
    {
      name: 'it is not told',
      resource: cacheCluster({ autoMinorVersionUpgrade: unreadable('failed') }),
    },
    { name: 'the engine is not told', resource: cacheCluster({ engine: unreadable('failed') }) },
  ],
});
