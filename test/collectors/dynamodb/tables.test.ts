import {
  DescribeContinuousBackupsCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { pointInTimeRecovery, tables } from '../../../src/collectors/dynamodb/tables.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(DynamoDBClient);

beforeEach(() => {
  client.reset();
});

describe('tables', () => {
  it('are those of every page', async () => {
    client
      .on(ListTablesCommand)
      .resolves(answer({ TableNames: ['orders'], LastEvaluatedTableName: 'orders' }))
      .on(ListTablesCommand, { ExclusiveStartTableName: 'orders' })
      .resolves(answer({ TableNames: ['stock'] }));
    const { value } = await gatherFrom(tables, { partition: 'aws-cn', regions: ['cn-north-1'] });
    expect(value).toMatchObject({
      items: [
        { name: 'orders', arn: 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/orders' },
        { name: 'stock', region: 'cn-north-1' },
      ],
      gaps: [],
    });
  });

  it('of the pages that were read stay where the next one is denied', async () => {
    client
      .on(ListTablesCommand)
      .resolvesOnce(answer({ TableNames: ['orders'], LastEvaluatedTableName: 'orders' }))
      .rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(tables);
    expect(value).toMatchObject({ items: [{ name: 'orders' }], gaps: [{ reason: 'denied' }] });
  });
});

describe('point-in-time recovery', () => {
  async function recoveryBy(backups: string) {
    client.on(ListTablesCommand).resolves(answer({ TableNames: ['orders'] }));
    client
      .on(DescribeContinuousBackupsCommand, { TableName: 'orders' })
      .resolves(answer({ ContinuousBackupsDescription: JSON.parse(backups) }));
    const { value, gathered } = await gatherFrom(pointInTimeRecovery);
    const [orders] = gathered.get(tables, 'eu-west-1').items;
    return orders && Observed.open(value.of(orders));
  }

  it.each([
    { status: 'ENABLED', value: true },
    { status: 'DISABLED', value: false },
  ])('is $value where it is $status, whatever the continuous backups are', async (each) => {
    const PointInTimeRecoveryDescription = { PointInTimeRecoveryStatus: each.status };
    const backups = { ContinuousBackupsStatus: 'ENABLED', PointInTimeRecoveryDescription };
    expect(await recoveryBy(JSON.stringify(backups))).toMatchObject({ value: each.value });
  });

  it.each([
    '{ "ContinuousBackupsStatus": "ENABLED" }',
    '{ "PointInTimeRecoveryDescription": { "PointInTimeRecoveryStatus": "SOMETHING_NEW" } }',
  ])('is not guessed from %s', async (backups) => {
    expect(await recoveryBy(backups)).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});
