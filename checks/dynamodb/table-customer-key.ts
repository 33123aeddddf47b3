import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { tableSettings } from '../../src/collectors/dynamodb/table-settings.ts';
import { tables } from '../../src/collectors/dynamodb/tables.ts';

export default defineCheck({
  id: 'dynamodb-table-customer-key',
  title: 'The table is encrypted with a KMS key of the account',
  severity: 'low',
  responsibility: 'dynamodb.server-side-encryption-at-rest',
  controls: {
    'nist-800-53-r5': servesNist('whose key it is, is one part of managing it', 'SC-12', 'SC-28'),
  },
  why: 'AWS encrypts every table. With a key of the account its owner sees each use of the key in CloudTrail, says who may use it, and can take it away.',
  fix: 'Choose a customer managed key for tables whose data needs it. A table that AWS’s own key is enough for can be excluded.',
  link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
  remedy: {
    console:
      'DynamoDB, Tables, the table, Additional settings, Encryption, Manage encryption. The table stays available; the key is charged for.',
    cli: `aws dynamodb update-table --table-name TABLE \\
  --sse-specification Enabled=true,SSEType=KMS,KMSMasterKeyId=KEY`,
    terraform: `resource "aws_dynamodb_table" "this" {
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.tables.arn
  }
  # …
}`,
  },

  evaluates: tables,
  needs: { settings: tableSettings },

  evaluate(table, { read, settings }) {
    const key = read(read(settings.of(table)).key);
    return key.kind === 'kms'
      ? pass(`the KMS key ${key.arn} encrypts the table`)
      : fail('a key that AWS owns encrypts the table');
  },
});
