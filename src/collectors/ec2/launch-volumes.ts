/** Volumes that a launch asks for. */
import type { BlockDeviceMapping, LaunchTemplateBlockDeviceMapping } from '@aws-sdk/client-ec2';
import type { Members } from '../../aws/reads.ts';

export interface AskedVolume {
  /** Such as `/dev/xvda`. */
  readonly device: string;
  /** Null where the launch leaves it to the snapshot and to the default of the Region. */
  readonly encrypted: boolean | null;
}

/** A launch need not name its volumes, and may name devices that are none: EC2 API reference, "BlockDeviceMapping". */
export function askedVolumes(
  launch: {
    readonly BlockDeviceMappings?:
      | readonly (BlockDeviceMapping | LaunchTemplateBlockDeviceMapping)[]
      | undefined;
  },
  { must }: Members,
): readonly AskedVolume[] {
  return (launch.BlockDeviceMappings ?? []).flatMap((mapping) =>
    mapping.Ebs
      ? [{ device: must(mapping, 'DeviceName'), encrypted: mapping.Ebs.Encrypted ?? null }]
      : [],
  );
}
