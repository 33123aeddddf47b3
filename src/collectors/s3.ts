/** S3 buckets and their settings. Each bucket is asked in its own Region, and only for what a check needs. */
import { defineCollector, perResource, type Resource } from '../collector.ts';
import { s3 } from './services.ts';

/** With a parameter in the request the answer tells each bucket's Region: Amazon S3 API reference, "ListBuckets". */
const ListBuckets = s3.operation('ListBuckets', (sdk) => sdk.ListBucketsCommand, {
  action: 's3:ListAllMyBuckets',
  pages: {
    next: (answer) => answer.ContinuationToken,
    turn: (input, ContinuationToken) => ({ ...input, ContinuationToken }),
  },
});

const GetBucketVersioning = s3.operation(
  'GetBucketVersioning',
  (sdk) => sdk.GetBucketVersioningCommand,
  { action: 's3:GetBucketVersioning' },
);

export const buckets = defineCollector({
  id: 's3.buckets',
  service: 's3',
  scope: 'global',
  calls: [ListBuckets],
  gather: (aws) =>
    aws.list(ListBuckets, { MaxBuckets: 1000 }, 'Buckets', (bucket, { must }): Resource => {
      const name = must(bucket, 'Name');
      return {
        arn: `arn:${aws.partition}:s3:::${name}`,
        type: 'AWS::S3::Bucket',
        name,
        region: must(bucket, 'BucketRegion'),
      };
    }),
});

export const bucketVersioning = defineCollector({
  id: 's3.bucket-versioning',
  service: 's3',
  scope: 'global',
  calls: [GetBucketVersioning],
  needs: { buckets },
  gather: (aws, given) =>
    perResource(given.buckets.items, ({ name, region }) =>
      aws.get(
        GetBucketVersioning,
        { Bucket: name },
        // S3 sends no status for a bucket whose versioning was never turned on.
        ({ Status, MFADelete }) => ({
          status: Status ?? 'Off',
          mfaDelete: MFADelete === 'Enabled',
        }),
        { region },
      ),
    ),
});
