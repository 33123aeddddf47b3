/** CloudFront distributions as their collector gives them, for tests of checks. */
import type { Behavior, Distribution } from '../../src/collectors/cloudfront/distributions.ts';
import type { DistributionConfig } from '../../src/collectors/cloudfront/configs.ts';
import type { Origin } from '../../src/collectors/cloudfront/origins.ts';
import { everyone, known, unreadable } from './observe.ts';

/** With a certificate and a name of its own, and one S3 origin. */
export function distribution(fields: Partial<Distribution> = {}): Distribution {
  return {
    arn: 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE',
    type: 'AWS::CloudFront::Distribution',
    name: 'EDFDVBD6EXAMPLE',
    region: 'global',
    behaviors: known([behavior()]),
    certificate: known({
      minimumProtocol: known('TLSv1.2_2021'),
      supportMethod: known('sni-only'),
    }),
    origins: known([s3Origin()]),
    originGroups: known(0),
    aliases: known(1),
    webAcl: known(''),
    ...fields,
  };
}

export function behavior(fields: Partial<Behavior> = {}): Behavior {
  return {
    path: 'default',
    viewerPolicy: 'redirect-to-https',
    hasRealtimeLogs: false,
    ...fields,
  };
}

export function s3Origin(fields: Partial<Origin> = {}): Origin {
  return {
    id: 'site',
    domain: 'site.s3.eu-west-1.amazonaws.com',
    kind: 's3',
    bucket: known('site'),
    accessControl: known('E327GJI25M56DG'),
    accessIdentity: known(''),
    protocolPolicy: unreadable('failed'),
    sslProtocols: unreadable('failed'),
    ...fields,
  };
}

export function customOrigin(fields: Partial<Origin> = {}): Origin {
  return {
    ...s3Origin(),
    id: 'shop',
    domain: 'shop.example.com',
    kind: 'custom',
    bucket: unreadable('failed'),
    accessControl: known(''),
    accessIdentity: unreadable('failed'),
    protocolPolicy: known('https-only'),
    sslProtocols: known(['TLSv1.2']),
    ...fields,
  };
}

/** What the list does not tell, the same of every distribution. */
export function configOf(fields: Partial<DistributionConfig>) {
  return {
    configs: everyone(
      known<DistributionConfig>({ logs: unreadable(), rootObject: unreadable(), ...fields }),
    ),
  };
}
