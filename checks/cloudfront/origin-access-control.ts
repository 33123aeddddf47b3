import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-origin-access-control',
  title: 'The distribution signs its requests to S3, so that the buckets need not be public',
  severity: 'medium',
  responsibility: 'cloudfront.network-configuration',
  controls: {
    'aws-fsbp': {
      'CloudFront.13': equalWith(
        { allowAccessIdentity: false },
        subsetOf('the older origin access identity passes'),
      ),
    },
  },
  why: 'Without origin access control a bucket behind CloudFront has to let everyone in, and whoever knows its name goes round the distribution and its protection.',
  fix: 'Create an origin access control, let the bucket policy admit the distribution alone, and close the bucket to everyone else.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  remedy: setDistribution({
    console:
      'Origins, the origin, Edit, Origin access, Origin access control settings; the console gives the statement for the bucket policy, which has to stand there first, or requests fail.',
    change:
      'set OriginAccessControlId of the origin, and empty S3OriginConfig.OriginAccessIdentity',
    terraform: `origin {
    domain_name              = aws_s3_bucket.this.bucket_regional_domain_name
    origin_id                = "bucket"
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }`,
  }),

  evaluates: distributions,
  params: { allowAccessIdentity: true },
  meanings: {
    allowAccessIdentity: 'whether the older origin access identity passes as well',
  },

  evaluate({ origins }, { read, params }) {
    const buckets = read(origins).filter(({ kind }) => kind === 's3');
    if (buckets.length === 0) return notApplicable('it has no S3 origin');
    const finders = buckets.map(({ domain, accessControl, accessIdentity }) => () => {
      if (read(accessControl) !== '') return [];
      if (read(accessIdentity) === '') return [`requests to ${domain} are not signed`];
      return params.allowAccessIdentity
        ? []
        : [`requests to ${domain} are signed by an origin access identity, the older way`];
    });
    return failFor(finders, 'requests to every S3 origin are signed');
  },
});
