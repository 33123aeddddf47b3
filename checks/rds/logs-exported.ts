import { defineCheck } from '../../src/judge/define-check.ts';
import { intersectsWith, supersetOf } from '../../src/frameworks/relation.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { databases } from '../../src/collectors/rds/databases.ts';
import { judgeExports } from '../../src/reasoning/database-settings.ts';

/**
 * What each engine can send that tells who did what. Security Hub user guide, RDS.9; of Aurora what RDS.34 and RDS.37 ask
 * for. An engine that is not here has no control.
 */
const logsOf: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^aurora-postgresql$/, ['postgresql']],
  [/^aurora(-mysql)?$/, ['audit']],
  [/^postgres$/, ['postgresql', 'upgrade']],
  [/^(mysql|mariadb)$/, ['audit', 'error', 'general', 'slowquery']],
  [/^oracle-/, ['alert', 'audit', 'trace', 'listener']],
  [/^sqlserver-/, ['error', 'agent']],
];

export default defineCheck({
  id: 'rds-logs-exported',
  title: 'The logs of the database are sent to CloudWatch Logs',
  severity: 'medium',
  responsibility: 'rds.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'RDS.9': intersectsWith('clusters are judged too, and Aurora need not send all its logs'),
      'RDS.34': supersetOf('other engines are judged too'),
      'RDS.36': supersetOf('other engines are judged too, and PostgreSQL has to send its upgrades'),
      'RDS.37': supersetOf('other engines are judged too'),
      'RDS.40': supersetOf('other engines are judged too'),
      'RDS.42': supersetOf('other engines are judged too'),
    },
  },
  why: 'Logs inside the database are kept for days and are gone with it; whoever looks into an incident finds none.',
  fix: 'Modify the database and export its logs to CloudWatch Logs; set the parameters that make the engine write them.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html',
  remedy: {
    console: 'RDS, Databases, the database, Modify, Log exports.',
    cli: `aws rds modify-db-instance --db-instance-identifier INSTANCE --apply-immediately \\
  --cloudwatch-logs-export-configuration EnableLogTypes=postgresql,upgrade
# of a cluster: modify-db-cluster --db-cluster-identifier CLUSTER, with the same configuration`,
    terraform: `resource "aws_db_instance" "this" {
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  # …
}`,
  },

  evaluates: databases,
  params: { anyLog: false },
  meanings: { anyLog: 'whether one kind of log is enough, whichever it is' },

  evaluate({ engine, settings }, { read, params }) {
    const wanted = logsOf.find(([pattern]) => pattern.test(engine))?.[1];
    if (!wanted) return notApplicable(`no control names logs of ${engine}`);
    const exported = read(settings.exportedLogs);
    if (!params.anyLog) return judgeExports(exported, wanted);
    return exported.length > 0
      ? pass(`CloudWatch Logs is sent: ${exported.join(', ')}`)
      : fail('CloudWatch Logs is sent no log');
  },
});
