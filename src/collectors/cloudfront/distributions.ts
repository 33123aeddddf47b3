/** CloudFront distributions, as the list tells of them: no more is asked of each for what stands here. */
import type { ViewerCertificate as SdkCertificate } from '@aws-sdk/client-cloudfront';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ListDistributions } from './operations.ts';
import { type Origin, readOrigin } from './origins.ts';
import { itemsIn } from './wrapped.ts';

/** The largest page of the operation. */
const pageSize = 100;

const viewerPolicies = ['allow-all', 'https-only', 'redirect-to-https'] as const;
const minimumProtocols = [
  'SSLv3',
  'TLSv1',
  'TLSv1_2016',
  'TLSv1.1_2016',
  'TLSv1.2_2018',
  'TLSv1.2_2019',
  'TLSv1.2_2021',
  'TLSv1.2_2025',
  'TLSv1.3_2025',
] as const;
const supportMethods = ['sni-only', 'vip', 'static-ip'] as const;

export interface Behavior {
  /** What it is for: a pattern of paths, or `default`. */
  readonly path: string;
  readonly viewerPolicy: (typeof viewerPolicies)[number];
  readonly hasRealtimeLogs: boolean;
}

/** Null where it has none of its own: that of *.cloudfront.net serves, with a policy that nobody can change. */
export type OwnCertificate = {
  readonly minimumProtocol: Observed<(typeof minimumProtocols)[number]>;
  readonly supportMethod: Observed<(typeof supportMethods)[number]>;
} | null;

export interface Distribution extends Resource {
  /** The default one first. */
  readonly behaviors: Observed<readonly Behavior[]>;
  readonly certificate: Observed<OwnCertificate>;
  readonly origins: Observed<readonly Origin[]>;
  /** How many groups of origins of which one stands in for another. */
  readonly originGroups: Observed<number>;
  /** How many names of the customer's own it answers to. */
  readonly aliases: Observed<number>;
  /** The ARN (or id, of WAF Classic) of its web ACL; empty where it has none. */
  readonly webAcl: Observed<string>;
}

export const distributions = defineCollector({
  id: 'cloudfront.distributions',
  service: 'cloudfront',
  scope: 'global',
  calls: [ListDistributions],
  gather: (aws) =>
    aws.list(
      ListDistributions,
      { MaxItems: pageSize },
      'DistributionList',
      (item, members): Distribution => {
        const { must, observe, unusable } = members;
        return {
          arn: must(item, 'ARN'),
          type: 'AWS::CloudFront::Distribution',
          name: must(item, 'Id'),
          region: 'global',
          behaviors: observe(() =>
            [
              { ...must(item, 'DefaultCacheBehavior'), PathPattern: 'default' },
              ...itemsIn(must(item, 'CacheBehaviors'), members),
            ].map((behavior): Behavior => {
              const policy = must(behavior, 'ViewerProtocolPolicy');
              return {
                path: must(behavior, 'PathPattern'),
                viewerPolicy: oneOf(policy, viewerPolicies, members),
                // API reference, "CacheBehavior": not there without one.
                hasRealtimeLogs: Boolean(behavior.RealtimeLogConfigArn),
              };
            }),
          ),
          certificate: observe(() => readCertificate(must(item, 'ViewerCertificate'), members)),
          origins: observe(() =>
            itemsIn(must(item, 'Origins'), members).map((origin) => readOrigin(origin, members)),
          ),
          originGroups: observe(() => must(must(item, 'OriginGroups'), 'Quantity')),
          aliases: observe(() => must(must(item, 'Aliases'), 'Quantity')),
          // "WebACLId: … empty" where there is none.
          webAcl: observe(() => item.WebACLId ?? unusable('the answer lacks WebACLId')),
        };
      },
    ),
});

function readCertificate(certificate: SdkCertificate, members: Members): OwnCertificate {
  const { must, observe, unusable } = members;
  if (certificate.CloudFrontDefaultCertificate) return null;
  if (!certificate.ACMCertificateArn && !certificate.IAMCertificateId) {
    return unusable('the answer names no certificate');
  }
  return {
    minimumProtocol: observe(() =>
      oneOf(must(certificate, 'MinimumProtocolVersion'), minimumProtocols, members),
    ),
    supportMethod: observe(() =>
      oneOf(must(certificate, 'SSLSupportMethod'), supportMethods, members),
    ),
  };
}
