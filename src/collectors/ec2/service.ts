import type * as EC2Sdk from '@aws-sdk/client-ec2';
import { defineService, type Service } from '../../aws/operation.ts';

export const ec2: Service<
  typeof EC2Sdk,
  EC2Sdk.ServiceInputTypes,
  EC2Sdk.ServiceOutputTypes,
  EC2Sdk.EC2ClientResolvedConfig
> = defineService({
  id: 'ec2',
  iamPrefix: 'ec2',
  matrix: ['ec2', 'ebs', 'vpc'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 100,
      refill: 20,
      source:
        'Amazon EC2 developer guide, "Request throttling for the Amazon EC2 API": non-mutating, each API separately',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-ec2'),
  client: (sdk, config) => new sdk.EC2Client(config),
});
