import type * as ECRSdk from '@aws-sdk/client-ecr';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const ecr: Service<
  typeof ECRSdk,
  ECRSdk.ServiceInputTypes,
  ECRSdk.ServiceOutputTypes,
  ECRSdk.ECRClientResolvedConfig
> = defineService({
  id: 'ecr',
  iamPrefix: 'ecr',
  matrix: ['ecr'],
  scope: 'regional',
  rates: {
    usual: careful(
      'Amazon ECR user guide, "Amazon ECR service quotas", documents the rates of pushes and pulls alone.',
    ),
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-ecr'),
  client: (sdk, config) => new sdk.ECRClient(config),
});
