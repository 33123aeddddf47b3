import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { notApplicable, pass } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { originBuckets } from '../../src/collectors/cloudfront/origin-buckets.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-origin-bucket-exists',
  title: 'The distribution fetches from no bucket that does not exist',
  severity: 'high',
  responsibility: 'cloudfront.data-and-data-location',
  controls: { 'aws-fsbp': { 'CloudFront.12': equal } },
  why: 'The name of a bucket that was deleted is free: whoever creates it serves what they like under your name.',
  fix: 'Remove the origin, or create the bucket again in your account before somebody else does.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  remedy: setDistribution({
    console: 'Origins, the origin, Delete, after the behaviors that use it were led elsewhere.',
    change: 'remove the origin and the behaviors that name it',
    terraform: `origin {
    domain_name = aws_s3_bucket.this.bucket_regional_domain_name # a reference, and no text
    # …
  }`,
  }),

  evaluates: distributions,
  needs: { buckets: originBuckets },

  evaluate({ origins }, { read, buckets }) {
    const ofBuckets = read(origins).filter(({ kind }) => kind === 's3');
    if (ofBuckets.length === 0) return notApplicable('it has no S3 origin');
    const elsewhere = new Set<string>();
    const finders = ofBuckets.map(({ bucket, domain }) => () => {
      const name = read(bucket);
      if (name === null) {
        elsewhere.add(`${domain} is an access point, and its bucket was not looked for`);
        return [];
      }
      const answer = buckets.get(name);
      if (!answer) throw new Error(`nobody asked about bucket ${name}`);
      const presence = read(answer);
      if (presence === 'other') elsewhere.add(`bucket ${name} is of another account`);
      return presence === 'missing' ? [`bucket ${name} does not exist`] : [];
    });
    const verdict = failFor(finders, 'every bucket that it names exists');
    return verdict.outcome === 'pass' ? pass(...verdict.reasons, ...elsewhere) : verdict;
  },
});
