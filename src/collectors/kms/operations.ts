/** The operations of AWS KMS that are sent, each with its IAM action and what its answers mean. */
import { kms } from './service.ts';

/** A key is gone for good when its waiting period has ended. AWS KMS API reference, the errors of each operation. */
const keyGone = ['NotFoundException'];

export const ListKeys = kms.operation('ListKeys', (sdk) => sdk.ListKeysCommand, {
  action: 'kms:ListKeys',
  pages: { answer: 'NextMarker', input: 'Marker' },
});

export const DescribeKey = kms.operation('DescribeKey', (sdk) => sdk.DescribeKeyCommand, {
  action: 'kms:DescribeKey',
  gone: keyGone,
});

export const GetKeyRotationStatus = kms.operation(
  'GetKeyRotationStatus',
  (sdk) => sdk.GetKeyRotationStatusCommand,
  { action: 'kms:GetKeyRotationStatus', gone: keyGone },
);

export const GetKeyPolicy = kms.operation('GetKeyPolicy', (sdk) => sdk.GetKeyPolicyCommand, {
  action: 'kms:GetKeyPolicy',
  gone: keyGone,
});
