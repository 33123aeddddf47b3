import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  EC2Client,
  EnableEbsEncryptionByDefaultCommand,
  ModifySnapshotAttributeCommand,
} from '@aws-sdk/client-ec2';
import { HOME, SECOND, US, must } from '../../site.ts';
import type { Site } from '../../site.ts';

async function plantVolume(
  site: Site,
  region: string,
  encrypted: boolean,
): Promise<{ volume: string; snapshot: string }> {
  const ec2 = site.client(EC2Client, region, 150);
  const place = { AvailabilityZone: `${region}a`, Size: 100, VolumeType: 'gp3' as const };
  const made = await ec2.send(new CreateVolumeCommand({ ...place, Encrypted: encrypted }));
  const volume = must(made.VolumeId, 'VolumeId');
  const copy = { VolumeId: volume, Description: 'before the carrier migration' };
  const taken = await ec2.send(new CreateSnapshotCommand(copy));
  site.expect('ebs-volume-encrypted', volume, encrypted ? 'pass' : 'fail');
  return { volume, snapshot: must(taken.SnapshotId, 'SnapshotId') };
}

async function share(site: Site, region: string, SnapshotId: string): Promise<void> {
  const all = { Attribute: 'createVolumePermission', OperationType: 'add' } as const;
  const change = { SnapshotId, ...all, GroupNames: ['all'] };
  await site.client(EC2Client, region).send(new ModifySnapshotAttributeCommand(change));
}

/** Volumes, snapshots and the default encryption of EBS. The answer is the volume of the home Region. */
export async function plantEbs(site: Site): Promise<string> {
  // A shared snapshot is public, unless its Region blocks all sharing (as the home Region does).
  const home = await plantVolume(site, HOME, false);
  const second = await plantVolume(site, SECOND, false);
  await plantVolume(site, US, true);
  await share(site, HOME, home.snapshot);
  await share(site, SECOND, second.snapshot);
  site.expect('ebs-snapshot-not-public', home.snapshot, 'pass');
  site.expect('ebs-snapshot-not-public', second.snapshot, 'fail');
  site.expect('ebs-snapshot-not-public', US, 'pass');
  // After the volumes: what exists stays as it is.
  await site.client(EC2Client, HOME).send(new EnableEbsEncryptionByDefaultCommand({}));
  await site.client(EC2Client, SECOND).send(new EnableEbsEncryptionByDefaultCommand({}));
  site.expect('ebs-default-encryption', HOME, 'pass');
  site.expect('ebs-default-encryption', SECOND, 'pass');
  site.expect('ebs-default-encryption', US, 'fail');
  return home.volume;
}
