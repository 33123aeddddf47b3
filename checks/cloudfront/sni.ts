import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-sni',
  title: 'The distribution tells by SNI which certificate is meant',
  severity: 'low',
  responsibility: 'cloudfront.encryption-in-transit',
  controls: { 'aws-fsbp': { 'CloudFront.8': equal } },
  why: 'Dedicated IP addresses are for viewers too old to name the server, and let those in with what they speak.',
  fix: 'Serve HTTPS by SNI, which every viewer of the last ten years speaks.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html',
  remedy: setDistribution({
    console:
      'General, Settings, Edit, Legacy clients support: off. Viewers without SNI, of before about 2010, cannot connect any more.',
    change: 'set ViewerCertificate.SSLSupportMethod to sni-only',
    terraform: `viewer_certificate {
    ssl_support_method = "sni-only"
    # …
  }`,
  }),

  evaluates: distributions,

  evaluate({ certificate }, { read }) {
    const own = read(certificate);
    if (own === null) return notApplicable('it has no certificate of its own');
    const method = read(own.supportMethod);
    const reason = `the support method is ${method}`;
    return method === 'sni-only' ? pass(reason) : fail(reason);
  },
});
