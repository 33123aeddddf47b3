/** The operations of Amazon DynamoDB that are sent, each with its IAM action and what its answers mean. */
import { dynamodb } from './service.ts';

export const ListTables = dynamodb.operation('ListTables', (sdk) => sdk.ListTablesCommand, {
  action: 'dynamodb:ListTables',
  pages: { answer: 'LastEvaluatedTableName', input: 'ExclusiveStartTableName' },
});

export const DescribeContinuousBackups = dynamodb.operation(
  'DescribeContinuousBackups',
  (sdk) => sdk.DescribeContinuousBackupsCommand,
  { action: 'dynamodb:DescribeContinuousBackups', gone: ['TableNotFoundException'] },
);

export const DescribeTable = dynamodb.operation(
  'DescribeTable',
  (sdk) => sdk.DescribeTableCommand,
  {
    action: 'dynamodb:DescribeTable',
    gone: ['ResourceNotFoundException'],
  },
);
