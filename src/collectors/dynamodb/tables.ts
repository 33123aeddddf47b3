/** DynamoDB tables, and whether each can be restored to a point in time. Each replica of a global table is a table. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { DescribeContinuousBackups, ListTables } from './operations.ts';

/** The largest page of the operation. */
const tablesPerPage = 100;

export const tables = defineCollector({
  id: 'dynamodb.tables',
  service: 'dynamodb',
  scope: 'regional',
  recordedAs: ['AWS::DynamoDB::Table'],
  calls: [ListTables],
  gather: (aws) =>
    aws.list(ListTables, { Limit: tablesPerPage }, 'TableNames', (name): Resource => ({
      arn: `arn:${aws.partition}:dynamodb:${aws.region}:${aws.account}:table/${name}`,
      type: 'AWS::DynamoDB::Table',
      name,
      region: aws.region,
    })),
});

/** Whether point-in-time recovery is on. `ContinuousBackupsStatus` is on for every table, and says nothing. */
export const pointInTimeRecovery = defineCollector({
  id: 'dynamodb.point-in-time-recovery',
  service: 'dynamodb',
  scope: 'regional',
  calls: [DescribeContinuousBackups],
  needs: { tables },
  gather: (aws, given) =>
    perResource(given.tables.items, ({ name: TableName }) =>
      aws.get(DescribeContinuousBackups, { TableName }, (answer, { must, unusable }) => {
        const backups = must(answer, 'ContinuousBackupsDescription');
        const recovery = must(backups, 'PointInTimeRecoveryDescription');
        switch (must(recovery, 'PointInTimeRecoveryStatus')) {
          case 'ENABLED':
            return true;
          case 'DISABLED':
            return false;
          default:
            return unusable('PointInTimeRecoveryStatus has a value that srm-scan does not know');
        }
      }),
    ),
});
