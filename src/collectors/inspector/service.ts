import type * as Inspector2Sdk from '@aws-sdk/client-inspector2';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const inspector: Service<
  typeof Inspector2Sdk,
  Inspector2Sdk.ServiceInputTypes,
  Inspector2Sdk.ServiceOutputTypes,
  Inspector2Sdk.Inspector2ClientResolvedConfig
> = defineService({
  id: 'inspector',
  iamPrefix: 'inspector2',
  matrix: ['inspector'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-inspector2'),
  client: (sdk, config) => new sdk.Inspector2Client(config),
});
