import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, pass } from '../../src/judge/verdict.ts';
import { isAurora, isCustom } from '../../src/collectors/rds/engines.ts';
import { clusterOf, dbClusters } from '../../src/collectors/rds/clusters.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';
import { judgeClusterUpgrades } from '../../src/reasoning/cluster-upgrades.ts';

export default defineCheck({
  id: 'rds-instance-auto-minor-upgrade',
  title: 'Minor versions of the engine are installed automatically',
  severity: 'high',
  responsibility: 'rds.service-software-and-engine-patching',
  controls: {
    'cis-aws-5.0': { '2.2.2': equal },
    'cis-aws-6.0': { '3.2.2': equal },
    'cis-aws-7.0': { '3.2.2': equal },
    'aws-fsbp': { 'RDS.13': equal },
  },
  why: 'Minor versions carry the security fixes of the engine; without automatic upgrades they wait until somebody remembers.',
  fix: 'Modify the instance and turn automatic minor version upgrade on, with a maintenance window that suits the application. For a Multi-AZ DB cluster modify the cluster.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
  remedy: {
    console:
      'RDS, Databases, the instance, Modify, Maintenance, Enable auto minor version upgrade.',
    cli: 'aws rds modify-db-instance --db-instance-identifier INSTANCE --auto-minor-version-upgrade --apply-immediately',
    terraform: `resource "aws_db_instance" "this" {
  auto_minor_version_upgrade = true
  # …
}`,
  },

  evaluates: dbInstances,
  needs: { clusters: dbClusters },

  // Aurora needs the flag on its instances and on the cluster. Members of a Multi-AZ DB cluster show what was set on the
  // cluster. AWS Config developer guide, "rds-automatic-minor-version-upgrade-enabled".
  evaluate({ engine, cluster, autoMinorVersionUpgrade }, { read, clusters }) {
    if (isCustom(engine)) {
      return manual('the engine of RDS Custom is patched by the customer: show how and when');
    }
    if (read(autoMinorVersionUpgrade)) {
      return cluster !== undefined && isAurora(engine)
        ? judgeClusterUpgrades(read(clusterOf(clusters, cluster)), read)
        : pass('AutoMinorVersionUpgrade is true');
    }
    const flag = 'AutoMinorVersionUpgrade is false';
    if (cluster === undefined || isAurora(engine)) return fail(flag);
    return fail(`${flag}, as set on Multi-AZ DB cluster ${cluster}`);
  },
});
