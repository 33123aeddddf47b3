import type { nist80053r5 } from '../nist-800-53-r5.ts';
import type { pciDss401 } from '../pci-dss-4.0.1.ts';

type NistId = keyof (typeof nist80053r5)['controls'];
type PciId = keyof (typeof pciDss401)['controls'];

/**
 * What AWS says of one of its Security Hub CSPM controls: its severity, and the requirements of NIST SP 800-53 and PCI DSS
 * 4.0.1 that it relates it to. From the control reference and from "Related requirements" and "Severity" of each control in the
 * Security Hub user guide; the title is in our own words.
 */
export interface AwsControl {
  readonly title: string;
  /** As AWS grades it, in small letters. */
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly nist?: readonly NistId[];
  readonly pci?: readonly PciId[];
  /**
   * Those of them that, in our reading, ask for this very setting among other things: where it is wrong, the requirement
   * is not met. All others ask for an outcome to which the setting is one contribution.
   */
  readonly asks?: readonly (NistId | PciId)[];
  /** AWS relates it to something, and that is not written down here yet: no check can claim the control before it is. */
  readonly related?: 'unread';
}

export type AwsControls = { readonly [id: string]: AwsControl };
