/** The operations of AWS CloudTrail that are sent, each with its IAM action and what its answers mean. */
import { cloudtrail } from './service.ts';

export const DescribeTrails = cloudtrail.operation(
  'DescribeTrails',
  (sdk) => sdk.DescribeTrailsCommand,
  {
    action: 'cloudtrail:DescribeTrails',
  },
);

export const GetTrailStatus = cloudtrail.operation(
  'GetTrailStatus',
  (sdk) => sdk.GetTrailStatusCommand,
  {
    action: 'cloudtrail:GetTrailStatus',
  },
);

export const GetEventSelectors = cloudtrail.operation(
  'GetEventSelectors',
  (sdk) => sdk.GetEventSelectorsCommand,
  { action: 'cloudtrail:GetEventSelectors' },
);
