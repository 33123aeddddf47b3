import { equal } from '../../src/frameworks/relation.ts';
import { closePublicBucket } from '../../src/remedies/public-bucket.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { bucketExposure } from '../../src/collectors/s3/bucket-exposure.ts';
import { judgeWays } from '../../src/reasoning/exposure/bucket.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: 's3-bucket-not-publicly-writable',
  title: 'The public can write nothing to the bucket',
  severity: 'critical',
  responsibility: 's3.identity-and-access',
  controls: { 'aws-fsbp': { 'S3.3': equal } },
  why: "Whoever may write to a bucket can plant malware, overwrite data, or hand the bucket's owner the bill and the blame.",
  fix: 'Turn on Block Public Access for the bucket, remove Put and Delete actions from open statements of its policy, and set Object Ownership to bucket owner enforced. Take uploads from strangers by presigned URLs.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  remedy: closePublicBucket,

  evaluates: buckets,
  needs: { exposure: bucketExposure },

  evaluate: (bucket, { read, exposure }) => judgeWays(read, exposure.of(bucket).writing),
});
