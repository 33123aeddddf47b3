/** Volumes that a launch asks for. */
import type { Members } from '../../aws/reads.ts';

export interface AskedVolume {
  /** Such as `/dev/xvda`. */
  readonly device: string;
  /** Null where the launch leaves it to the snapshot and to the default of the Region. */
  readonly encrypted: boolean | null;
}

/** What a launch and a launch template say of a volume alike. */
interface DeviceMapping {
  readonly DeviceName?: string | undefined;
  readonly Ebs?: { readonly Encrypted?: boolean | undefined } | undefined;
}

/** A launch need not name its volumes, and may name devices that are none: EC2 API reference, "BlockDeviceMapping". */
export function askedVolumes(
  launch: { readonly BlockDeviceMappings?: readonly DeviceMapping[] | undefined },
  { must }: Members,
): readonly AskedVolume[] {
  return (launch.BlockDeviceMappings ?? []).flatMap((mapping) =>
    mapping.Ebs
      ? [{ device: must(mapping, 'DeviceName'), encrypted: mapping.Ebs.Encrypted ?? null }]
      : [],
  );
}
