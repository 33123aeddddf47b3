import type * as SFNSdk from '@aws-sdk/client-sfn';
import { defineService, type Service } from '../../aws/operation.ts';

export const sfn: Service<
  typeof SFNSdk,
  SFNSdk.ServiceInputTypes,
  SFNSdk.ServiceOutputTypes,
  SFNSdk.SFNClientResolvedConfig
> = defineService({
  id: 'sfn',
  iamPrefix: 'states',
  matrix: ['step-functions'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 100,
      refill: 5,
      source:
        'AWS Step Functions developer guide, "Quotas related to API action throttling": ListStateMachines',
    },
    DescribeStateMachine: {
      burst: 200,
      refill: 20,
      source: 'AWS Step Functions developer guide, "Quotas related to API action throttling"',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-sfn'),
  client: (sdk, config) => new sdk.SFNClient(config),
});
