import type { Dated } from './dated.ts';

/** The Regions in which Amazon Inspector offers to scan the code of Lambda functions. */
export const inspectorCodeRegions: Dated<string> = {
  values: [
    'ap-northeast-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'us-east-1',
    'us-east-2',
    'us-west-2',
  ],
  source: 'AWS Config developer guide, "inspector-lambda-code-scan-enabled"',
  asOf: '2026-11-27',
  doubtedFrom: '2027-11-27',
};
