import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-https-only',
  title: 'Viewers reach the distribution over HTTPS only',
  severity: 'medium',
  responsibility: 'cloudfront.encryption-in-transit',
  controls: { 'aws-fsbp': { 'CloudFront.3': equal } },
  why: 'AWS serves HTTPS from every edge, and HTTP too where a cache behavior allows all: what a viewer asks for and gets is then readable on the way.',
  fix: 'Set the viewer protocol policy of every cache behavior to redirect HTTP to HTTPS, or to HTTPS only.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  remedy: setDistribution({
    console: 'Behaviors, each of them, Edit, Viewer protocol policy, Redirect HTTP to HTTPS.',
    change: 'set ViewerProtocolPolicy of each behavior to redirect-to-https',
    terraform: `default_cache_behavior { # and each ordered_cache_behavior
    viewer_protocol_policy = "redirect-to-https"
  }`,
  }),

  evaluates: distributions,

  evaluate({ behaviors }, { read }) {
    const open = read(behaviors).filter(({ viewerPolicy }) => viewerPolicy === 'allow-all');
    return open.length === 0
      ? pass('every cache behavior asks viewers for HTTPS')
      : fail(...open.map(({ path }) => `the cache behavior for ${path} serves HTTP`));
  },
});
