import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { fail, manual, pass } from '../../src/judge/verdict.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';
import { routeTables } from '../../src/collectors/ec2/route-tables.ts';
import { internetRoute } from '../../src/reasoning/exposure/internet-route.ts';

const families = ['ipv4', 'ipv6'] as const;

export default defineCheck({
  id: 'rds-instance-not-in-public-subnet',
  title: 'No subnet of the database has a route to an Internet gateway',
  severity: 'high',
  responsibility: 'rds.network-configuration',
  controls: { 'aws-fsbp': { 'RDS.46': equal } },
  why: 'In a subnet with a way to the Internet, one switch and one rule of a security group open a database to everyone.',
  fix: 'Make a subnet group of private subnets and move the database there. It is down meanwhile, and its address changes.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  remedy: {
    cli: `aws rds create-db-subnet-group --db-subnet-group-name PRIVATE --db-subnet-group-description private \\
  --subnet-ids SUBNET_A SUBNET_B
# of another VPC; within the same VPC restore a snapshot into the new group instead
aws rds modify-db-instance --db-instance-identifier INSTANCE --db-subnet-group-name PRIVATE`,
  },

  evaluates: dbInstances,
  needs: { tables: routeTables },

  evaluate(instance, { read, tables }) {
    const { vpcId, subnetIds } = read(instance.subnets);
    const ways = subnetIds.flatMap((subnetId) =>
      families.map((family) => ({
        subnetId,
        way: internetRoute({ subnetId, vpcId }, family, tables, read),
      })),
    );
    const open = ways.flatMap(({ subnetId, way }) =>
      way.kind === 'route'
        ? [`${subnetId} has a route to ${way.gatewayId}, by ${way.tableId}`]
        : [],
    );
    if (open.length > 0) return fail(...new Set(open));
    const doubts = ways.flatMap(({ subnetId, way }) =>
      way.kind === 'doubt' ? [`${subnetId}: ${way.why}`] : [],
    );
    if (doubts.length > 0) return manual(...new Set(doubts));
    return pass('no subnet of its group has a route to an Internet gateway');
  },
});
