import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { tableSettings } from '../../src/collectors/dynamodb/table-settings.ts';
import { tables } from '../../src/collectors/dynamodb/tables.ts';

export default defineCheck({
  id: 'dynamodb-table-deletion-protection',
  title: 'The table is protected from deletion',
  severity: 'medium',
  responsibility: 'dynamodb.backup-and-recovery',
  controls: { 'aws-fsbp': { 'DynamoDB.6': equal } },
  why: 'One wrong call, or a template that is taken down, deletes a table with all that is in it; with protection that call is refused.',
  fix: 'Turn on deletion protection for the table, and for each replica of a global table, which has a setting of its own.',
  link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html',
  remedy: {
    console: 'DynamoDB, Tables, the table, Additional settings, Deletion protection, Turn on.',
    cli: 'aws dynamodb update-table --table-name TABLE --deletion-protection-enabled',
    terraform: `resource "aws_dynamodb_table" "this" {
  deletion_protection_enabled = true
  # …
}`,
  },

  evaluates: tables,
  needs: { settings: tableSettings },

  evaluate(table, { read, settings }) {
    return read(read(settings.of(table)).isProtected)
      ? pass('deletion protection is on')
      : fail('deletion protection is off');
  },
});
