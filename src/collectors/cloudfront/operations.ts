/** The operations of Amazon CloudFront that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { cloudfront } from './service.ts';

/** Headers that CloudFront adds on the way to an origin are how many origins know it: their values are secrets. */
export const ListDistributions = cloudfront.operation(
  'ListDistributions',
  (sdk) => sdk.ListDistributionsCommand,
  {
    action: 'cloudfront:ListDistributions',
    pages: { answer: 'DistributionList.NextMarker', input: 'Marker' },
    redact: withoutMembers(
      'DistributionList.Items[].Origins.Items[].CustomHeaders.Items[].HeaderValue',
      'DistributionList.Items[].Comment',
    ),
  },
);

export const GetDistributionConfig = cloudfront.operation(
  'GetDistributionConfig',
  (sdk) => sdk.GetDistributionConfigCommand,
  {
    action: 'cloudfront:GetDistributionConfig',
    gone: ['NoSuchDistribution'],
    redact: withoutMembers(
      'DistributionConfig.Origins.Items[].CustomHeaders.Items[].HeaderValue',
      'DistributionConfig.Comment',
      'DistributionConfig.TenantConfig.ParameterDefinitions[].Definition.StringSchema.Comment',
    ),
  },
);
