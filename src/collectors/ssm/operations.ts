/** The operations of AWS Systems Manager that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { ssm } from './service.ts';

export const DescribeInstanceInformation = ssm.operation(
  'DescribeInstanceInformation',
  (sdk) => sdk.DescribeInstanceInformationCommand,
  {
    action: 'ssm:DescribeInstanceInformation',
    pages: 'NextToken',
    redact: withoutMembers('InstanceInformationList[].IPAddress'),
  },
);

export const DescribeInstancePatchStates = ssm.operation(
  'DescribeInstancePatchStates',
  (sdk) => sdk.DescribeInstancePatchStatesCommand,
  {
    action: 'ssm:DescribeInstancePatchStates',
    pages: 'NextToken',
    redact: withoutMembers('InstancePatchStates[].OwnerInformation'),
  },
);

export const ListResourceComplianceSummaries = ssm.operation(
  'ListResourceComplianceSummaries',
  (sdk) => sdk.ListResourceComplianceSummariesCommand,
  { action: 'ssm:ListResourceComplianceSummaries', pages: 'NextToken' },
);

export const ListDocuments = ssm.operation('ListDocuments', (sdk) => sdk.ListDocumentsCommand, {
  action: 'ssm:ListDocuments',
  pages: 'NextToken',
});

export const DescribeDocumentPermission = ssm.operation(
  'DescribeDocumentPermission',
  (sdk) => sdk.DescribeDocumentPermissionCommand,
  { action: 'ssm:DescribeDocumentPermission', gone: ['InvalidDocument'] },
);

export const GetServiceSetting = ssm.operation(
  'GetServiceSetting',
  (sdk) => sdk.GetServiceSettingCommand,
  { action: 'ssm:GetServiceSetting' },
);

export const DescribeParameters = ssm.operation(
  'DescribeParameters',
  (sdk) => sdk.DescribeParametersCommand,
  { action: 'ssm:DescribeParameters', pages: 'NextToken' },
);
