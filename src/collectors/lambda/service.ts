import type * as LambdaSdk from '@aws-sdk/client-lambda';
import { defineService, type Service } from '../../aws/operation.ts';

export const lambda: Service<
  typeof LambdaSdk,
  LambdaSdk.ServiceInputTypes,
  LambdaSdk.ServiceOutputTypes,
  LambdaSdk.LambdaClientResolvedConfig
> = defineService({
  id: 'lambda',
  iamPrefix: 'lambda',
  matrix: ['lambda'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 15,
      refill: 15,
      group: 'control-plane',
      source:
        'AWS Lambda developer guide, "Lambda quotas": 15 control plane requests a second across all operations',
    },
    GetPolicy: {
      burst: 15,
      refill: 15,
      source: 'AWS Lambda developer guide, "Lambda quotas": 15 requests a second',
    },
  },
  callsInFlight: 4,
  load: () => import('@aws-sdk/client-lambda'),
  client: (sdk, config) => new sdk.LambdaClient(config),
});
