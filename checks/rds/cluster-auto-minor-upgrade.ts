import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { dbClusters } from '../../src/collectors/rds/clusters.ts';
import { judgeClusterUpgrades } from '../../src/reasoning/cluster-upgrades.ts';

export default defineCheck({
  id: 'rds-cluster-auto-minor-upgrade',
  title: 'Minor versions of the engine are installed automatically on the cluster',
  severity: 'medium',
  responsibility: 'rds.service-software-and-engine-patching',
  controls: { 'aws-fsbp': { 'RDS.35': equal } },
  why: 'The cluster is upgraded as a whole: while its own flag is off, the flags of its instances change nothing.',
  fix: 'Modify the cluster and turn automatic minor version upgrade on, with a maintenance window that suits the application. Upgrade the clusters of a global database by hand, each time that a minor version comes out.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.Upgrading.html',
  remedy: {
    console: 'RDS, Databases, the cluster, Modify, Maintenance, Enable auto minor version upgrade.',
    cli: 'aws rds modify-db-cluster --db-cluster-identifier CLUSTER --auto-minor-version-upgrade --apply-immediately',
    terraform: `resource "aws_rds_cluster_instance" "this" {
  auto_minor_version_upgrade = true
  # …
}`,
  },

  evaluates: dbClusters,

  evaluate(cluster, { read }) {
    return cluster.isServerlessV1
      ? notApplicable('Aurora Serverless v1 gets its minor versions from AWS')
      : judgeClusterUpgrades(cluster, read);
  },
});
