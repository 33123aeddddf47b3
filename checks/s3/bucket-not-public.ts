import { subsetOf, supersetOf } from '../../src/frameworks/relation.ts';
import { closePublicBucket } from '../../src/remedies/public-bucket.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { bucketExposure } from '../../src/collectors/s3/bucket-exposure.ts';
import { judgeWays } from '../../src/reasoning/exposure/bucket.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

export default defineCheck({
  id: 's3-bucket-not-public',
  title: 'No policy or ACL opens the bucket to the public',
  severity: 'critical',
  responsibility: 's3.identity-and-access',
  controls: {
    'cis-aws-7.0': {
      '2.21': subsetOf('buckets are one of the five kinds of resource that it names'),
    },
    'aws-fsbp': { 'S3.2': supersetOf('public writing fails as well') },
  },
  why: 'Anyone on the Internet can find a public bucket and read or change what it gives away.',
  fix: 'Turn on Block Public Access for the bucket, then take away what opens it: grants of its ACL (and set Object Ownership to bucket owner enforced), or statements of its policy. Serve public content through CloudFront.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  remedy: closePublicBucket,

  evaluates: buckets,
  needs: { exposure: bucketExposure },

  evaluate: (bucket, { read, exposure }) => judgeWays(read, exposure.of(bucket).access),
});
