/** The operations of Amazon GuardDuty that are sent, each with its IAM action and what its answers mean. */
import { guardduty } from './service.ts';

export const ListDetectors = guardduty.operation(
  'ListDetectors',
  (sdk) => sdk.ListDetectorsCommand,
  { action: 'guardduty:ListDetectors', pages: 'NextToken' },
);

export const GetDetector = guardduty.operation('GetDetector', (sdk) => sdk.GetDetectorCommand, {
  action: 'guardduty:GetDetector',
});
