/** The operations of AWS CloudTrail that are sent, each with its IAM action and what its answers mean. */
import { cloudtrail } from './service.ts';

/** AWS CloudTrail API reference, the errors of each operation. */
const trailGone = ['TrailNotFoundException'];

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
    gone: trailGone,
  },
);

export const GetEventSelectors = cloudtrail.operation(
  'GetEventSelectors',
  (sdk) => sdk.GetEventSelectorsCommand,
  { action: 'cloudtrail:GetEventSelectors', gone: trailGone },
);
