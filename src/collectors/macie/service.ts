import type * as Macie2Sdk from '@aws-sdk/client-macie2';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const macie: Service<
  typeof Macie2Sdk,
  Macie2Sdk.ServiceInputTypes,
  Macie2Sdk.ServiceOutputTypes,
  Macie2Sdk.Macie2ClientResolvedConfig
> = defineService({
  id: 'macie',
  iamPrefix: 'macie2',
  matrix: ['s3'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-macie2'),
  client: (sdk, config) => new sdk.Macie2Client(config),
});
