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
import kms from './kms.ts';

const TABLES = [
  { name: 'nwh-bookings', region: HOME, recovers: true, isProtected: true },
  { name: 'nwh-berth-cache', region: HOME, recovers: false, isProtected: false },
  { name: 'nwh-customs-drafts', region: US, recovers: false, isProtected: false },
] as const;

async function plant(site: Site): Promise<void> {
  const keyOf = await kms.planted(site);
  for (const { name, region, recovers, isProtected } of TABLES) {
    const dynamodb = site.client(DynamoDBClient, region, 200);
    await dynamodb.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        DeletionProtectionEnabled: isProtected,
        // One table alone is worth a key and protection.
        ...(isProtected
          ? {
              SSESpecification: {
                Enabled: true,
                SSEType: 'KMS',
                KMSMasterKeyId: keyOf('nwh-data'),
              },
            }
          : {}),
      }),
    );
    if (recovers) {
      const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
      await dynamodb.send(
        new UpdateContinuousBackupsCommand({ TableName: name, PointInTimeRecoverySpecification }),
      );
    }
    const arn = `arn:aws:dynamodb:${region}:${ACCOUNT_ID}:table/${name}`;
    site.expect('dynamodb-table-deletion-protection', arn, isProtected ? 'pass' : 'fail');
    site.expect('dynamodb-table-customer-key', arn, isProtected ? 'pass' : 'fail');
    site.expect('dynamodb-table-pitr', arn, recovers ? 'pass' : 'fail');
  }
}

export default emulate({ service, sdk, Client: DynamoDBClient, plant });
