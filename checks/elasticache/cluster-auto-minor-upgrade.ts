import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { cacheClusters } from '../../src/collectors/elasticache/cache-clusters.ts';

export default defineCheck({
  id: 'elasticache-cluster-auto-minor-upgrade',
  title: 'The ElastiCache cluster takes minor versions of its engine by itself',
  severity: 'high',
  responsibility: 'elasticache.service-software-and-engine-patching',
  controls: { 'aws-fsbp': { 'ElastiCache.2': equal } },
  why: 'Minor versions carry the security fixes of the engine; without automatic upgrades they wait until somebody remembers.',
  fix: 'Modify the cluster, or the replication group that it is a node of, and turn on automatic upgrades of minor versions. Redis OSS before 6.0 does not have them: upgrade the engine first.',
  link: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html',
  remedy: {
    cli: `aws elasticache modify-replication-group --replication-group-id GROUP --auto-minor-version-upgrade --apply-immediately
# a cluster of no group
aws elasticache modify-cache-cluster --cache-cluster-id CLUSTER --auto-minor-version-upgrade --apply-immediately`,
  },

  evaluates: cacheClusters,

  evaluate({ engine, autoMinorVersionUpgrade }, { read }) {
    if (read(engine) === 'memcached') {
      return notApplicable(
        'the setting is one of Valkey and Redis OSS, and the engine is Memcached',
      );
    }
    return read(autoMinorVersionUpgrade)
      ? pass('AutoMinorVersionUpgrade is true')
      : fail('AutoMinorVersionUpgrade is false');
  },
});
