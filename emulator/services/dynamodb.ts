import {
  CreateTableCommand,
  DynamoDBClient,
  UpdateContinuousBackupsCommand,
} from '@aws-sdk/client-dynamodb';
import * as sdk from '@aws-sdk/client-dynamodb';
import { dynamodb as service } from '../../src/collectors/dynamodb/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, US } from '../site.ts';
import type { Site } from '../site.ts';

const TABLES = [
  { name: 'nwh-bookings', region: HOME, recovers: true },
  { name: 'nwh-berth-cache', region: HOME, recovers: false },
  { name: 'nwh-customs-drafts', region: US, recovers: false },
] as const;

async function plant(site: Site): Promise<void> {
  for (const { name, region, recovers } of TABLES) {
    const dynamodb = site.client(DynamoDBClient, region, 200);
    await dynamodb.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      }),
    );
    if (recovers) {
      const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
      await dynamodb.send(
        new UpdateContinuousBackupsCommand({ TableName: name, PointInTimeRecoverySpecification }),
      );
    }
    const arn = `arn:aws:dynamodb:${region}:${ACCOUNT_ID}:table/${name}`;
    site.expect('dynamodb-table-pitr', arn, recovers ? 'pass' : 'fail');
  }
}

export default emulate({ service, sdk, Client: DynamoDBClient, plant });
