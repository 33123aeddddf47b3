import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-origin-no-old-tls',
  title: 'The distribution does not speak outdated protocols to its custom origins',
  severity: 'medium',
  responsibility: 'cloudfront.encryption-in-transit',
  controls: { 'aws-fsbp': { 'CloudFront.10': equal } },
  why: 'Whoever stands between edge and origin can bring both down to the oldest protocol that they share; SSL 3.0 can be broken.',
  fix: 'Let CloudFront speak TLS 1.2 alone to the origin.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginSSLProtocols',
  remedy: setDistribution({
    console:
      'Origins, the origin, Edit, Minimum origin SSL protocol, TLSv1.2. The origin must speak it.',
    change: 'let CustomOriginConfig.OriginSslProtocols of the origin hold TLSv1.2 alone',
    terraform: `origin {
    custom_origin_config {
      origin_ssl_protocols = ["TLSv1.2"]
      # …
    }
  }`,
  }),

  evaluates: distributions,
  params: { allowTls10: true },
  meanings: { allowTls10: 'whether TLS 1.0 and 1.1 pass, so that SSL 3.0 alone fails' },

  evaluate({ origins }, { read, params }) {
    const custom = read(origins).filter(({ kind }) => kind === 'custom');
    if (custom.length === 0) return notApplicable('it has no custom origin');
    const refused: readonly string[] = params.allowTls10
      ? ['SSLv3']
      : ['SSLv3', 'TLSv1', 'TLSv1.1'];
    const finders = custom.map(({ domain, sslProtocols }) => () => {
      const old = read(sslProtocols).filter((each) => refused.includes(each));
      return old.length === 0 ? [] : [`origin ${domain} may be asked over ${old.join(' and ')}`];
    });
    return failFor(finders, 'no custom origin is asked over an outdated protocol');
  },
});
