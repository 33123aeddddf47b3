import { supersetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, pass } from '../../src/judge/verdict.ts';
import { isCustom } from '../../src/collectors/rds/engines.ts';
import { tlsTargets } from '../../src/collectors/rds/tls.ts';

export default defineCheck({
  id: 'rds-tls-required',
  title: 'The database refuses connections without TLS',
  severity: 'medium',
  responsibility: 'rds.encryption-in-transit',
  controls: {
    'aws-fsbp': {
      'RDS.38': supersetOf(
        'databases of every engine are judged; the control asks for PostgreSQL alone',
      ),
      'RDS.39': supersetOf(
        'databases of every engine are judged; the control asks for MySQL alone',
      ),
      'RDS.41': supersetOf(
        'databases of every engine are judged; the control asks for SQL Server alone',
      ),
      'RDS.44': supersetOf(
        'databases of every engine are judged; the control asks for MariaDB alone',
      ),
    },
    'nist-800-53-r5': servesNist(
      'databases are some of the places where data travels',
      'AC-17(2)',
      'SC-8',
      'SC-8(1)',
      'SC-13',
    ),
  },
  why: 'RDS offers TLS to every client but mostly does not demand it, so one careless client sends its password and its data in the clear.',
  fix: 'Set rds.force_ssl to 1 (PostgreSQL, SQL Server) or require_secure_transport to ON (MySQL, MariaDB) in a parameter group of your own, assign it, and reboot where it says so. Check first that every client can speak TLS.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
  remedy: {
    console:
      'RDS, Parameter groups: groups named default cannot be changed, so create one of the same family, set rds.force_ssl to 1 or require_secure_transport to ON in it, and choose it under Modify of the database.',
    cli: `# clients without TLS are refused from then on; a group that is not a default one can be changed as it is
# PostgreSQL, SQL Server: rds.force_ssl=1; MySQL, MariaDB: require_secure_transport=1 (a cluster: ON)
aws rds create-db-parameter-group --db-parameter-group-name GROUP \\
  --db-parameter-group-family FAMILY --description "TLS only"
aws rds modify-db-parameter-group --db-parameter-group-name GROUP --parameters \\
  ParameterName=rds.force_ssl,ParameterValue=1,ApplyMethod=pending-reboot
aws rds modify-db-instance --db-instance-identifier INSTANCE --db-parameter-group-name GROUP
aws rds reboot-db-instance --db-instance-identifier INSTANCE   # a short outage
# a cluster has a group of its own
aws rds create-db-cluster-parameter-group --db-cluster-parameter-group-name GROUP \\
  --db-parameter-group-family FAMILY --description "TLS only"
aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name GROUP --parameters \\
  ParameterName=rds.force_ssl,ParameterValue=1,ApplyMethod=pending-reboot
aws rds modify-db-cluster --db-cluster-identifier CLUSTER --db-cluster-parameter-group-name GROUP
# then reboot its instances`,
    terraform: `# MySQL, MariaDB: require_secure_transport; a cluster: aws_rds_cluster_parameter_group, and
# db_cluster_parameter_group_name of aws_rds_cluster
resource "aws_db_parameter_group" "tls" {
  family = "postgres16" # the family of the engine's version
  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "pending-reboot"
  }
}

resource "aws_db_instance" "this" {
  parameter_group_name = aws_db_parameter_group.tls.name
  # …
}`,
  },

  // The database is judged, not its parameter group: a group that nothing uses harms nobody, and one serves many.
  evaluates: tlsTargets,

  evaluate({ engine, demand }, { read }) {
    if (isCustom(engine)) {
      return manual('the engine of RDS Custom is set up by the customer: show that it demands TLS');
    }
    if (demand === undefined) {
      return manual(
        `no parameter alone makes ${engine} demand TLS: show that plain ports are shut`,
      );
    }
    const { parameter, group, from, isDemanded, isPending } = read(demand);
    const origin =
      from === 'group' ? `in parameter group ${group}` : `by the engine default (${group})`;
    if (isDemanded === false) return fail(`${parameter} is off ${origin}`);
    if (isDemanded === undefined) {
      return manual(`whether ${parameter} is on ${origin} is not known for this version or value`);
    }
    if (isPending) {
      return manual(`${parameter} is on ${origin}, but changes of the group wait for a reboot`);
    }
    return pass(`${parameter} is on ${origin}`);
  },
});
