import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { ageOf } from '../../src/reasoning/dated/dated.ts';
import { recommendedViewerPolicies } from '../../src/reasoning/dated/tls-policies.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-tls-policy',
  title: 'Viewers must use TLS 1.2 or newer, with the ciphers that AWS recommends',
  severity: 'medium',
  responsibility: 'cloudfront.encryption-in-transit',
  controls: {
    'aws-fsbp': {
      'CloudFront.15': subsetOf(
        'a distribution without a certificate of its own is not judged: its policy cannot be changed',
      ),
    },
  },
  why: 'AWS speaks every version of TLS down to the minimum that the distribution names; older ones and their ciphers can be broken.',
  fix: 'Set the security policy of the distribution to TLSv1.2_2021 or newer.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  remedy: setDistribution({
    console:
      'General, Settings, Edit, Security policy, TLSv1.2_2021 or newer. Viewers that speak older TLS alone cannot connect any more.',
    change: 'set ViewerCertificate.MinimumProtocolVersion to TLSv1.2_2021',
    terraform: `viewer_certificate {
    minimum_protocol_version = "TLSv1.2_2021"
    # …
  }`,
  }),

  evaluates: distributions,

  evaluate({ certificate }, { read, now }) {
    const own = read(certificate);
    if (own === null) {
      return notApplicable(
        'it has no certificate of its own, and so TLS 1.0 as its minimum, which nobody can change',
      );
    }
    const minimum = read(own.minimumProtocol);
    const age = ageOf(recommendedViewerPolicies, now);
    const reason = `its security policy is ${minimum}`;
    return recommendedViewerPolicies.values.includes(minimum)
      ? pass(reason, ...age)
      : fail(reason, ...age);
  },
});
