import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { pointInTimeRecovery, tables } from '../../src/collectors/dynamodb/tables.ts';

export default defineCheck({
  id: 'dynamodb-table-pitr',
  title: 'The table can be restored to any point of its last days',
  severity: 'medium',
  responsibility: 'dynamodb.backup-and-recovery',
  controls: { 'aws-fsbp': { 'DynamoDB.2': equal } },
  why: 'AWS keeps a table through the loss of a zone, but not from a wrong delete: without point-in-time recovery what was overwritten is gone.',
  fix: 'Turn on point-in-time recovery for the table, and for each replica of a global table, which has a setting of its own.',
  link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
  remedy: {
    console: 'DynamoDB, Tables, the table, Backups, Point-in-time recovery, Edit.',
    cli: `aws dynamodb update-continuous-backups --table-name TABLE \\
  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true`,
    terraform: `resource "aws_dynamodb_table" "this" {
  point_in_time_recovery {
    enabled = true
  }
  # …
}`,
  },

  evaluates: tables,
  needs: { recovery: pointInTimeRecovery },

  evaluate(table, { read, recovery }) {
    return read(recovery.of(table))
      ? pass('point-in-time recovery is on')
      : fail('point-in-time recovery is off');
  },
});
