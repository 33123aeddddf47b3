/** The TLS policies that AWS recommends for its front ends. */
import type { Dated } from './dated.ts';

/**
 * Security policies of listeners that Security Hub's ELB.17 accepts: TLS 1.3 with or without the restricted suites of
 * TLS 1.2, each also with FIPS modules and with post-quantum key exchange.
 */
export const recommendedElbPolicies: Dated<string> = {
  values: [
    'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-3-2021-06',
    'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
  ],
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17',
  asOf: '2026-11-26',
  doubtedFrom: '2027-11-26',
};

/** Minimum protocols of CloudFront for viewers that Security Hub's CloudFront.15 accepts. */
export const recommendedViewerPolicies: Dated<string> = {
  values: ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'],
  source:
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-15',
  asOf: '2026-11-26',
  doubtedFrom: '2027-11-26',
};

/**
 * Security policies of OpenSearch domains: the one that Security Hub's Opensearch.8 accepts, and the newer one with FIPS,
 * which asks for more.
 */
export const recommendedDomainPolicies: Dated<string> = {
  values: ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08'],
  source:
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-8',
  asOf: '2026-11-27',
  doubtedFrom: '2027-11-27',
};
