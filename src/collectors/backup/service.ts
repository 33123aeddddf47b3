import type * as BackupSdk from '@aws-sdk/client-backup';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const backup: Service<
  typeof BackupSdk,
  BackupSdk.ServiceInputTypes,
  BackupSdk.ServiceOutputTypes,
  BackupSdk.BackupClientResolvedConfig
> = defineService({
  id: 'backup',
  iamPrefix: 'backup',
  matrix: ['backup'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-backup'),
  client: (sdk, config) => new sdk.BackupClient(config),
});
