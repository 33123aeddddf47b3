/** The operations of AWS Organizations that are sent, each with its IAM action and what its answers mean. */
import { organizations } from './service.ts';

export const DescribeOrganization = organizations.operation(
  'DescribeOrganization',
  (sdk) => sdk.DescribeOrganizationCommand,
  {
    action: 'organizations:DescribeOrganization',
    absent: ['AWSOrganizationsNotInUseException'],
    redact: ({ Organization, ...rest }) => {
      if (!Organization) return rest;
      const { MasterAccountEmail: _personal, ...known } = Organization;
      return { ...rest, Organization: known };
    },
  },
);
