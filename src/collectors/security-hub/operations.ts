/** The operations of AWS Security Hub that are sent, each with its IAM action and what its answers mean. */
import { securityHub } from './service.ts';

export const DescribeHub = securityHub.operation('DescribeHub', (sdk) => sdk.DescribeHubCommand, {
  action: 'securityhub:DescribeHub',
  // The first code is that of whoever may not ask as well, with other words: AWS Security Hub API reference, "DescribeHub".
  absent: [
    { code: 'InvalidAccessException', says: /not subscribed/i },
    'ResourceNotFoundException',
  ],
});

export const GetEnabledStandards = securityHub.operation(
  'GetEnabledStandards',
  (sdk) => sdk.GetEnabledStandardsCommand,
  { action: 'securityhub:GetEnabledStandards', pages: 'NextToken' },
);
