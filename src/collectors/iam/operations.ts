/** The operations of IAM that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { iam } from './service.ts';

export const GetAccountSummary = iam.operation(
  'GetAccountSummary',
  (sdk) => sdk.GetAccountSummaryCommand,
  {
    action: 'iam:GetAccountSummary',
  },
);

export const GetAccountAuthorizationDetails = iam.operation(
  'GetAccountAuthorizationDetails',
  (sdk) => sdk.GetAccountAuthorizationDetailsCommand,
  {
    action: 'iam:GetAccountAuthorizationDetails',
    pages: 'Marker',
    inParts: true,
  },
);

export const GenerateCredentialReport = iam.operation(
  'GenerateCredentialReport',
  (sdk) => sdk.GenerateCredentialReportCommand,
  { action: 'iam:GenerateCredentialReport' },
);

export const GetCredentialReport = iam.operation(
  'GetCredentialReport',
  (sdk) => sdk.GetCredentialReportCommand,
  { action: 'iam:GetCredentialReport' },
);

/** Not paged: IAM API reference, "ListSAMLProviders". */
export const ListSAMLProviders = iam.operation(
  'ListSAMLProviders',
  (sdk) => sdk.ListSAMLProvidersCommand,
  {
    action: 'iam:ListSAMLProviders',
  },
);

/** Without a policy of the account's own, AWS's default holds: IAM API reference, "GetAccountPasswordPolicy". */
export const GetAccountPasswordPolicy = iam.operation(
  'GetAccountPasswordPolicy',
  (sdk) => sdk.GetAccountPasswordPolicyCommand,
  {
    action: 'iam:GetAccountPasswordPolicy',
    absent: ['NoSuchEntity', 'NoSuchEntityException'],
  },
);

export const ListServerCertificates = iam.operation(
  'ListServerCertificates',
  (sdk) => sdk.ListServerCertificatesCommand,
  {
    action: 'iam:ListServerCertificates',
    pages: 'Marker',
  },
);

export const ListUsers = iam.operation('ListUsers', (sdk) => sdk.ListUsersCommand, {
  action: 'iam:ListUsers',
  pages: 'Marker',
});

export const ListAccessKeys = iam.operation('ListAccessKeys', (sdk) => sdk.ListAccessKeysCommand, {
  action: 'iam:ListAccessKeys',
  gone: ['NoSuchEntity', 'NoSuchEntityException'],
  pages: 'Marker',
});

export const ListVirtualMFADevices = iam.operation(
  'ListVirtualMFADevices',
  (sdk) => sdk.ListVirtualMFADevicesCommand,
  {
    action: 'iam:ListVirtualMFADevices',
    pages: 'Marker',
    redact: withoutMembers('VirtualMFADevices[].Base32StringSeed', 'VirtualMFADevices[].QRCodePNG'),
  },
);

/** All four say that no feature is to be seen from here: IAM API reference, "ListOrganizationsFeatures". */
export const ListOrganizationsFeatures = iam.operation(
  'ListOrganizationsFeatures',
  (sdk) => sdk.ListOrganizationsFeaturesCommand,
  {
    action: 'iam:ListOrganizationsFeatures',
    absent: [
      'AccountNotManagementOrDelegatedAdministratorException',
      'OrganizationNotFoundException',
      'OrganizationNotInAllFeaturesModeException',
      'ServiceAccessNotEnabledException',
    ],
  },
);

export const ListAccountAliases = iam.operation(
  'ListAccountAliases',
  (sdk) => sdk.ListAccountAliasesCommand,
  {
    action: 'iam:ListAccountAliases',
  },
);
