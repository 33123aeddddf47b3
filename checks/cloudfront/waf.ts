import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-waf',
  title: 'A web ACL protects the distribution',
  severity: 'medium',
  responsibility: 'cloudfront.network-configuration',
  controls: { 'aws-fsbp': { 'CloudFront.6': equal } },
  why: 'AWS holds back floods of packets by itself; requests that attack the application pass unless a web ACL looks at them.',
  fix: 'Create a web ACL for CloudFront (in us-east-1) with the managed rule groups that fit, count first, and attach it.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html',
  remedy: setDistribution({
    console: 'Security, Manage protections, AWS WAF. Rules that block may hit wanted requests.',
    change: 'set WebACLId to the ARN of the web ACL',
    terraform: 'web_acl_id = aws_wafv2_web_acl.this.arn # scope CLOUDFRONT, in us-east-1',
  }),

  evaluates: distributions,

  evaluate({ webAcl }, { read }) {
    const acl = read(webAcl);
    if (acl === '') return fail('it has no web ACL');
    return acl.startsWith('arn:')
      ? pass(`its web ACL is ${acl}`)
      : pass(`its web ACL is ${acl}, of AWS WAF Classic`);
  },
});
