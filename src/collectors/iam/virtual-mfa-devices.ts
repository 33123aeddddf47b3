/** Virtual MFA devices in use. No API lists the hardware and FIDO devices of root, so these tell by elimination. */
import { defineCollector } from '../../collect/collector.ts';
import { ListVirtualMFADevices } from './operations.ts';

export interface VirtualMfaDevice {
  readonly serial: string;
  /** ARN of the user that it belongs to; that of root ends in `:root`. */
  readonly user: string;
}

export const virtualMfaDevices = defineCollector({
  id: 'iam.virtual-mfa-devices',
  service: 'iam',
  scope: 'global',
  calls: [ListVirtualMFADevices],
  gather: (aws) =>
    aws.list(
      ListVirtualMFADevices,
      { AssignmentStatus: 'Assigned', MaxItems: 1000 },
      'VirtualMFADevices',
      (device, { must }): VirtualMfaDevice => ({
        serial: must(device, 'SerialNumber'),
        user: must(must(device, 'User'), 'Arn'),
      }),
      { key: ({ serial }) => serial },
    ),
});
