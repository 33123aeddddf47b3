import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-custom-certificate',
  title: 'The distribution has a certificate of its own',
  severity: 'low',
  responsibility: 'cloudfront.encryption-in-transit',
  controls: { 'aws-fsbp': { 'CloudFront.7': equal } },
  why: 'With the certificate of cloudfront.net viewers see a name that is not yours, and TLS 1.0 is let in, which only a certificate of your own can change.',
  fix: 'Give the distribution a name of yours and a certificate from ACM in us-east-1. Set allowWithoutAliases where a distribution that bears no name of yours is meant to stay so.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  remedy: setDistribution({
    console:
      'General, Settings, Edit: an alternate domain name, and a certificate from ACM in us-east-1 that has it. DNS has to lead there.',
    change: 'name the domain in Aliases, and the certificate in ViewerCertificate',
    terraform: `aliases = ["www.example.com"]
  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate.this.arn # of us-east-1
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }`,
  }),

  evaluates: distributions,
  params: { allowWithoutAliases: false },
  meanings: {
    allowWithoutAliases: 'whether a distribution that bears no name of yours is left aside',
  },

  evaluate({ certificate, aliases }, { read, params }) {
    if (read(certificate)) return pass('it has a certificate of its own');
    if (params.allowWithoutAliases && read(aliases) === 0) {
      return notApplicable('it bears no other name than that of cloudfront.net');
    }
    return fail('it has the certificate of cloudfront.net');
  },
});
