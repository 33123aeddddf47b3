import type * as S3Sdk from '@aws-sdk/client-s3';
import { defineService, type Service } from '../../aws/operation.ts';

/** Path style: a bucket whose name has a dot has no valid TLS host name, and emulators have no bucket hosts. */
export const s3: Service<
  typeof S3Sdk,
  S3Sdk.ServiceInputTypes,
  S3Sdk.ServiceOutputTypes,
  S3Sdk.S3ClientResolvedConfig
> = defineService({
  id: 's3',
  iamPrefix: 's3',
  matrix: ['s3'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 1000,
      refill: 1000,
      source:
        'Not documented; bucket settings have carried hundreds of requests a second in practice.',
    },
  },
  // Bucket settings are most of the calls of a scan, and all buckets of a Region have one host.
  callsInFlight: 48,
  load: () => import('@aws-sdk/client-s3'),
  client: (sdk, config) =>
    new sdk.S3Client({ ...config, forcePathStyle: true, followRegionRedirects: false }),
});
