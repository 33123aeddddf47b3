import { equal, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { ingressRules } from '../../src/collectors/ec2/ingress-rules.ts';
import { clusterOf, dbClusters } from '../../src/collectors/rds/clusters.ts';
import { isAurora } from '../../src/collectors/rds/engines.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';
import { reachabilityOf } from '../../src/reasoning/exposure/database.ts';
import { networkAcls } from '../../src/collectors/ec2/network-acls.ts';
import { routeTables } from '../../src/collectors/ec2/route-tables.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { gatewayBlock } from '../../src/collectors/ec2/vpc-block-public-access.ts';

export default defineCheck({
  id: 'rds-instance-not-public',
  title: 'The database instance has no public endpoint',
  severity: 'critical',
  responsibility: 'rds.network-configuration',
  controls: {
    'cis-aws-5.0': { '2.2.3': equal },
    'cis-aws-6.0': { '3.2.3': equal },
    'cis-aws-7.0': { '3.2.3': equal },
    'aws-fsbp': { 'RDS.2': subsetOf('Neptune is not judged') },
  },
  why: 'A public endpoint leaves the security group as the only barrier between the internet and the database login.',
  fix: 'Modify the instance and turn public access off; let clients in through the VPC, a VPN or a bastion. Until then close its port to the internet in every security group that the finding names.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  remedy: {
    console:
      'RDS, Databases, the instance, Modify, Connectivity, Additional configuration, Not publicly accessible.',
    cli: 'aws rds modify-db-instance --db-instance-identifier INSTANCE --no-publicly-accessible --apply-immediately',
    terraform: `resource "aws_db_instance" "this" {
  publicly_accessible = false
  # …
}`,
  },

  evaluates: dbInstances,
  needs: {
    clusters: dbClusters,
    groups: securityGroups,
    ingress: ingressRules,
    tables: routeTables,
    acls: networkAcls,
    block: gatewayBlock,
  },

  // Two facts that are not collapsed: the endpoint is public, which fails alone, and the internet gets through to it.
  evaluate(instance, { read, clusters, groups, ingress, ...edge }) {
    if (!read(instance.publiclyAccessible)) {
      const { engine, cluster } = instance;
      const isOpen =
        cluster !== undefined &&
        isAurora(engine) &&
        read(clusterOf(clusters, cluster)).hasInternetGateway;
      if (!isOpen) return pass('PubliclyAccessible is false');
      // No VPC, and so no security group, stands before it.
      const gateway = `cluster ${cluster} is open to the internet by an Internet access gateway`;
      return { ...fail(gateway), severity: { is: 'critical', because: gateway } };
    }
    const { isReachable, reasons } = reachabilityOf(instance, { groups, ingress, edge }, read);
    const flag = 'PubliclyAccessible is true';
    if (isReachable === true) {
      const way = 'by security groups and routes the internet reaches the database port';
      return { ...fail(flag, ...reasons, way), severity: { is: 'critical', because: way } };
    }
    // What could not be read makes it no lighter: the severity stays that of the check.
    if (isReachable === undefined) {
      return fail(flag, ...reasons, 'whether the internet reaches the database port is not known');
    }
    const noWay = 'the internet as a whole does not reach the database port now';
    return { ...fail(flag, ...reasons, noWay), severity: { is: 'high', because: noWay } };
  },
});
