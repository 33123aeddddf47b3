import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-origin-https',
  title: 'The distribution reaches its custom origins over HTTPS',
  severity: 'medium',
  responsibility: 'cloudfront.encryption-in-transit',
  controls: { 'aws-fsbp': { 'CloudFront.9': equal } },
  why: 'HTTPS between viewer and edge says nothing of the way from the edge to the origin, which crosses the Internet.',
  fix: 'Set the protocol of the origin to HTTPS only. A website endpoint of S3 speaks HTTP alone: use the bucket itself, with origin access control.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  remedy: setDistribution({
    console:
      'Origins, the origin, Edit, Protocol, HTTPS only. The origin needs a certificate that browsers trust and that names its domain, or every request fails.',
    change: 'set CustomOriginConfig.OriginProtocolPolicy of the origin to https-only',
    terraform: `origin {
    custom_origin_config {
      origin_protocol_policy = "https-only"
      # …
    }
  }`,
  }),

  evaluates: distributions,

  evaluate({ origins, behaviors }, { read }) {
    const custom = read(origins).filter(({ kind }) => kind === 'custom');
    if (custom.length === 0) return notApplicable('it has no custom origin');
    const servesHttp = () =>
      read(behaviors).some(({ viewerPolicy }) => viewerPolicy === 'allow-all');
    const finders = custom.map(({ domain, protocolPolicy }) => () => {
      const policy = read(protocolPolicy);
      if (policy === 'http-only') return [`origin ${domain} is asked over HTTP`];
      return policy === 'match-viewer' && servesHttp()
        ? [`origin ${domain} is asked over HTTP where the viewer does so, and viewers may`]
        : [];
    });
    return failFor(finders, 'every custom origin is asked over HTTPS');
  },
});
