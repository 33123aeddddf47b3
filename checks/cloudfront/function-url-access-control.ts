import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { isFunctionUrl } from '../../src/collectors/cloudfront/origins.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-function-url-access-control',
  title: 'The distribution signs its requests to Lambda function URLs',
  severity: 'medium',
  responsibility: 'cloudfront.network-configuration',
  controls: { 'aws-fsbp': { 'CloudFront.16': equal } },
  why: 'Without origin access control a function URL has to let everyone in, and whoever knows it goes round the distribution and its protection.',
  fix: 'Create an origin access control of the type Lambda, let the function admit the distribution alone, and set the authentication of its URL to AWS_IAM.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  remedy: setDistribution({
    console:
      'Origins, the origin, Edit, Origin access control; the console gives the command that lets the function admit the distribution. Only then set the URL to AWS_IAM.',
    change: 'set OriginAccessControlId of the origin',
    terraform: `origin {
    origin_access_control_id = aws_cloudfront_origin_access_control.function.id # type "lambda"
    # …
  }`,
  }),

  evaluates: distributions,

  evaluate({ origins }, { read }) {
    const functions = read(origins).filter(({ domain }) => isFunctionUrl(domain));
    if (functions.length === 0) return notApplicable('it has no function URL as an origin');
    const finders = functions.map(
      ({ domain, accessControl }) =>
        () =>
          read(accessControl) === '' ? [`requests to ${domain} are not signed`] : [],
    );
    return failFor(finders, 'requests to every function URL are signed');
  },
});
