import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { notApplicable, pass, fail } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { originBuckets } from '../../src/collectors/cloudfront/origin-buckets.ts';
import { bucketOf } from '../../src/collectors/cloudfront/origins.ts';
import { CannotTell, type Cause } from '../../src/observe/observed.ts';
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
    const domains = read(origins).flatMap(({ kind, domain }) => (kind === 's3' ? [domain] : []));
    const names = [...new Set(domains.flatMap((domain) => bucketOf(domain) ?? []))];
    if (names.length === 0) return notApplicable('it fetches from no bucket by its name');
    const missing: string[] = [];
    const elsewhere: string[] = [];
    const causes: Cause[] = [];
    for (const name of names) {
      try {
        const answer = buckets.get(name);
        if (!answer) throw new Error(`nobody asked about bucket ${name}`);
        const presence = read(answer);
        if (presence === 'missing') missing.push(`bucket ${name} does not exist`);
        if (presence === 'other') elsewhere.push(`bucket ${name} is of another account`);
      } catch (error) {
        if (!(error instanceof CannotTell)) throw error;
        causes.push(...error.causes);
      }
    }
    if (missing.length > 0) return fail(...missing);
    if (causes.length > 0) throw new CannotTell(causes);
    return pass('every bucket that it fetches from exists', ...elsewhere);
  },
});
