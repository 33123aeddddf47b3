import type * as DynamoDBSdk from '@aws-sdk/client-dynamodb';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const dynamodb: Service<
  typeof DynamoDBSdk,
  DynamoDBSdk.ServiceInputTypes,
  DynamoDBSdk.ServiceOutputTypes,
  DynamoDBSdk.DynamoDBClientResolvedConfig
> = defineService({
  id: 'dynamodb',
  iamPrefix: 'dynamodb',
  matrix: ['dynamodb'],
  scope: 'regional',
  rates: {
    usual: careful('Not documented for the control plane.'),
    DescribeContinuousBackups: {
      burst: 10,
      refill: 10,
      source: 'Amazon DynamoDB API reference, "DescribeContinuousBackups": 10 times a second',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-dynamodb'),
  client: (sdk, config) => new sdk.DynamoDBClient(config),
});
