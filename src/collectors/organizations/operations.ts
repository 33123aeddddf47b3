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

export const ListAccounts = organizations.operation(
  'ListAccounts',
  (sdk) => sdk.ListAccountsCommand,
  {
    action: 'organizations:ListAccounts',
    pages: 'NextToken',
    redact: withoutMembers('Accounts[].Email', 'Accounts[].Name'),
  },
);

export const ListDelegatedAdministrators = organizations.operation(
  'ListDelegatedAdministrators',
  (sdk) => sdk.ListDelegatedAdministratorsCommand,
  {
    action: 'organizations:ListDelegatedAdministrators',
    pages: 'NextToken',
    redact: withoutMembers('DelegatedAdministrators[].Email', 'DelegatedAdministrators[].Name'),
  },
);

export const ListRoots = organizations.operation('ListRoots', (sdk) => sdk.ListRootsCommand, {
  action: 'organizations:ListRoots',
  pages: 'NextToken',
});

export const ListPolicies = organizations.operation(
  'ListPolicies',
  (sdk) => sdk.ListPoliciesCommand,
  { action: 'organizations:ListPolicies', pages: 'NextToken' },
);

export const DescribePolicy = organizations.operation(
  'DescribePolicy',
  (sdk) => sdk.DescribePolicyCommand,
  { action: 'organizations:DescribePolicy', gone: ['PolicyNotFoundException'] },
);

/** What an account inherits and has of its own, put together: of policies that set something, not of those that bound permissions. */
export const DescribeEffectivePolicy = organizations.operation(
  'DescribeEffectivePolicy',
  (sdk) => sdk.DescribeEffectivePolicyCommand,
  {
    action: 'organizations:DescribeEffectivePolicy',
    absent: ['EffectivePolicyNotFoundException'],
    gone: ['TargetNotFoundException'],
  },
);

export const ListDelegatedServicesForAccount = organizations.operation(
  'ListDelegatedServicesForAccount',
  (sdk) => sdk.ListDelegatedServicesForAccountCommand,
  {
    action: 'organizations:ListDelegatedServicesForAccount',
    pages: 'NextToken',
    gone: ['AccountNotRegisteredException', 'AccountNotFoundException'],
  },
);

export const ListTargetsForPolicy = organizations.operation(
  'ListTargetsForPolicy',
  (sdk) => sdk.ListTargetsForPolicyCommand,
  {
    action: 'organizations:ListTargetsForPolicy',
    pages: 'NextToken',
  },
);

export const ListAccountsForParent = organizations.operation(
  'ListAccountsForParent',
  (sdk) => sdk.ListAccountsForParentCommand,
  {
    action: 'organizations:ListAccountsForParent',
    pages: 'NextToken',
    redact: withoutMembers('Accounts[].Email', 'Accounts[].Name'),
  },
);

export const ListOrganizationalUnitsForParent = organizations.operation(
  'ListOrganizationalUnitsForParent',
  (sdk) => sdk.ListOrganizationalUnitsForParentCommand,
  { action: 'organizations:ListOrganizationalUnitsForParent', pages: 'NextToken' },
);
