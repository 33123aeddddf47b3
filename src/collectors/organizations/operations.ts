/** The operations of AWS Organizations that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { organizations } from './service.ts';

export const DescribeOrganization = organizations.operation(
  'DescribeOrganization',
  (sdk) => sdk.DescribeOrganizationCommand,
  {
    action: 'organizations:DescribeOrganization',
    absent: ['AWSOrganizationsNotInUseException'],
    redact: withoutMembers('Organization.MasterAccountEmail'),
  },
);
