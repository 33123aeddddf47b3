/** The operations of Amazon CloudWatch that are sent, each with its IAM action and what its answers mean. */
import { cloudwatch } from './service.ts';

export const DescribeAlarms = cloudwatch.operation(
  'DescribeAlarms',
  (sdk) => sdk.DescribeAlarmsCommand,
  { action: 'cloudwatch:DescribeAlarms', pages: 'NextToken' },
);
