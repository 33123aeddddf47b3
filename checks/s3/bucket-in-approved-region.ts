import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { regionNames } from '../../src/judge/items.ts';
import { fail, pass, unanswered } from '../../src/judge/verdict.ts';
import { buckets } from '../../src/collectors/s3/buckets.ts';

/** None: which Regions are right is for the owner of the data to say. */
const approvedRegions: readonly string[] = [];

export default defineCheck({
  id: 's3-bucket-in-approved-region',
  title: 'The bucket lies in a Region that its owner approved',
  severity: 'medium',
  responsibility: 's3.data-and-data-location',
  controls: {
    'nist-800-53-r5': servesNist(
      'where a bucket lies is one part of where data is kept',
      'CM-8',
      'SA-9(5)',
    ),
  },
  why: "Where data lies decides which law and which contracts it falls under. S3 never moves a bucket by itself, so the choice of the Region is the customer's alone.",
  fix: 'Make a bucket in an approved Region, copy the data and delete this one; forbid other Regions by a service control policy on aws:RequestedRegion.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html',

  evaluates: buckets,
  params: { approvedRegions },
  meanings: {
    approvedRegions: 'the Regions in which buckets may lie; without any a person must judge',
  },
  items: { approvedRegions: regionNames },

  evaluate(bucket, { read, params }) {
    const region = read(bucket.location);
    const approved = params.approvedRegions;
    if (approved.length === 0) {
      const setting = 's3-bucket-in-approved-region.approvedRegions';
      return unanswered('the approved Regions', setting, `the bucket is in ${region}`);
    }
    if (approved.includes(region)) return pass(`the bucket is in ${region}, which is approved`);
    return fail(`the bucket is in ${region}; approved are ${approved.join(', ')}`);
  },
});
