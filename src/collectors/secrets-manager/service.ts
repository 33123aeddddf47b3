import type * as SecretsManagerSdk from '@aws-sdk/client-secrets-manager';
import { defineService, type Service } from '../../aws/operation.ts';

const quotas = 'AWS Secrets Manager user guide, "AWS Secrets Manager quotas"';

export const secretsManager: Service<
  typeof SecretsManagerSdk,
  SecretsManagerSdk.ServiceInputTypes,
  SecretsManagerSdk.ServiceOutputTypes,
  SecretsManagerSdk.SecretsManagerClientResolvedConfig
> = defineService({
  id: 'secrets-manager',
  iamPrefix: 'secretsmanager',
  matrix: ['secrets-manager'],
  scope: 'regional',
  rates: {
    usual: { burst: 100, refill: 100, source: `${quotas}: ListSecrets, 100 a second` },
    GetResourcePolicy: {
      burst: 50,
      refill: 50,
      source: `${quotas}: 50 a second for all operations on resource policies together`,
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-secrets-manager'),
  client: (sdk, config) => new sdk.SecretsManagerClient(config),
});
