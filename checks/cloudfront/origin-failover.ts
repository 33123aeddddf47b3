import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-origin-failover',
  title: 'Another origin stands in for one that does not answer',
  severity: 'low',
  responsibility: 'cloudfront.network-configuration',
  controls: { 'aws-fsbp': { 'CloudFront.4': equal } },
  why: 'AWS keeps the edges up; an origin that is down takes the site with it unless another stands in.',
  fix: 'Put two origins into an origin group, and lead the cache behaviors there.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  remedy: setDistribution({
    console:
      'Origins, Create origin group; then Behaviors, each of them, Origin and origin groups.',
    change: 'add to OriginGroups a group of two origins, and name it in TargetOriginId',
    terraform: `origin_group {
    origin_id = "both"
    failover_criteria {
      status_codes = [500, 502, 503, 504]
    }
    member {
      origin_id = "first"
    }
    member {
      origin_id = "second"
    }
  }`,
  }),

  evaluates: distributions,

  evaluate: ({ originGroups }, { read }) =>
    read(originGroups) > 0
      ? pass('it has an origin group')
      : fail('it has no origin group, so that no origin stands in for another'),
});
