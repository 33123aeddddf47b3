import type * as RedshiftSdk from '@aws-sdk/client-redshift';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const redshift: Service<
  typeof RedshiftSdk,
  RedshiftSdk.ServiceInputTypes,
  RedshiftSdk.ServiceOutputTypes,
  RedshiftSdk.RedshiftClientResolvedConfig
> = defineService({
  id: 'redshift',
  iamPrefix: 'redshift',
  matrix: ['redshift'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-redshift'),
  client: (sdk, config) => new sdk.RedshiftClient(config),
});
