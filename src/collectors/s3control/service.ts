import type * as S3ControlSdk from '@aws-sdk/client-s3-control';
import { defineService, type Service } from '../../aws/operation.ts';

/** S3 Control puts the account id before the host name, which a custom endpoint cannot serve. */
export const s3control: Service<
  typeof S3ControlSdk,
  S3ControlSdk.ServiceInputTypes,
  S3ControlSdk.ServiceOutputTypes,
  S3ControlSdk.S3ControlClientResolvedConfig
> = defineService({
  id: 's3control',
  iamPrefix: 's3',
  matrix: ['s3'],
  scope: 'regional',
  rates: { usual: { burst: 50, refill: 50, source: 'Not documented.' } },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-s3-control'),
  client: (sdk, config) => {
    const endpoint = process.env['AWS_ENDPOINT_URL_S3_CONTROL'] ?? process.env['AWS_ENDPOINT_URL'];
    if (!endpoint) return new sdk.S3ControlClient(config);
    const url = new URL(endpoint);
    return new sdk.S3ControlClient({ ...config, endpointProvider: () => ({ url }) });
  },
});
