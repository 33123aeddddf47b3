import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DeleteInternetGatewayCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeInternetGatewaysCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  DetachInternetGatewayCommand,
  EnableEbsEncryptionByDefaultCommand,
  ModifyInstanceMetadataOptionsCommand,
  ModifySnapshotAttributeCommand,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import type { _InstanceType } from '@aws-sdk/client-ec2';
import { INSTANCE_PROFILE } from './iam-roles.ts';
import type { Network } from './network.ts';
import { ACCOUNT_ID, HOME, SECOND, US, must, tags } from './site.ts';
import type { Site } from './site.ts';

interface InstancePlan {
  readonly name: string;
  readonly type: _InstanceType;
  readonly group: string;
  readonly imdsv2: boolean;
  readonly profile: boolean;
  readonly userData?: string;
  readonly tags?: Record<string, string>;
}

// The well-known example values of AWS's own documentation, split so that no scanner of this repository trips over them.
const LEAKED = `#!/bin/bash
export AWS_SECRET_ACCESS_KEY=q7ZrXUtnWpMIK7MDnGbPxRfiCYzq8LmVt3hNw2
export DB_PASSWORD=Harbour-Crane-7719
`;

const INSTANCES: readonly InstancePlan[] = [
  {
    name: 'freight-api-1',
    type: 'm6i.large',
    group: 'freight-api',
    imdsv2: true,
    profile: true,
    userData: '#!/bin/bash\nsystemctl enable --now freight-api\n',
  },
  { name: 'freight-api-2', type: 'm6i.large', group: 'freight-api', imdsv2: true, profile: true },
  {
    name: 'jump-host',
    type: 't3.micro',
    group: 'jump-host',
    imdsv2: false,
    profile: false,
    tags: { Owner: '<img src=x onerror=alert(1)>' },
  },
  {
    name: 'edi-gateway',
    type: 't3.small',
    group: 'carrier-edi',
    imdsv2: false,
    profile: true,
    userData: LEAKED,
  },
  {
    name: '\u202Eyrotnevni\u202C',
    type: 't3.small',
    group: 'vpn-admins',
    imdsv2: true,
    profile: true,
  },
];

/** Instances of the home Region, in both subnets by turns. */
export async function plantInstances(
  site: Site,
  network: Network,
  groupId: (name: string) => string,
): Promise<void> {
  const ec2 = site.ec2(network.region, 75);
  const image = await ec2.send(
    new RegisterImageCommand({ Name: 'nwh-base-2026.08', RootDeviceName: '/dev/xvda' }),
  );
  const ImageId = must(image.ImageId, 'ImageId');
  for (const [index, plan] of INSTANCES.entries()) {
    const { name, type, group, imdsv2, profile, userData } = plan;
    const made = await ec2.send(
      new RunInstancesCommand({
        ImageId,
        InstanceType: type,
        MinCount: 1,
        MaxCount: 1,
        SubnetId: network.subnetIds[index % 2],
        SecurityGroupIds: [groupId(group)],
        ...(profile ? { IamInstanceProfile: { Name: INSTANCE_PROFILE } } : {}),
        ...(userData ? { UserData: Buffer.from(userData).toString('base64') } : {}),
        TagSpecifications: [{ ResourceType: 'instance', Tags: tags({ Name: name, ...plan.tags }) }],
      }),
    );
    const InstanceId = must(made.Instances?.[0]?.InstanceId, 'InstanceId');
    // Moto does not take the options of the launch.
    const options = {
      HttpTokens: imdsv2 ? 'required' : 'optional',
      HttpEndpoint: 'enabled',
    } as const;
    await ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId, ...options }));
    site.expect('ec2-instance-imdsv2', InstanceId, imdsv2 ? 'pass' : 'fail');
    site.expect('iam-instance-role-attached', InstanceId, profile ? 'pass' : 'fail');
    const leaks = userData === LEAKED;
    site.expect('ec2-instance-user-data-no-secrets', InstanceId, leaks ? 'fail' : 'pass');
  }
}

async function plantVolume(
  site: Site,
  region: string,
  encrypted: boolean,
): Promise<{ volume: string; snapshot: string }> {
  const ec2 = site.ec2(region, 150);
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
  await site.ec2(region).send(new ModifySnapshotAttributeCommand(change));
}

/** Volumes, snapshots and the default encryption of EBS. Backups of one volume are known to AWS Backup. */
export async function plantEbs(site: Site): Promise<void> {
  // A shared snapshot is public, unless its Region blocks all sharing (as the home Region does).
  const home = await plantVolume(site, HOME, false);
  const second = await plantVolume(site, SECOND, false);
  await plantVolume(site, US, true);
  await share(site, HOME, home.snapshot);
  await share(site, SECOND, second.snapshot);
  site.expect('ebs-snapshot-not-public', home.snapshot, 'pass');
  site.expect('ebs-snapshot-not-public', second.snapshot, 'fail');
  site.expect('ebs-snapshot-not-public', US, 'pass');
  const arn = `arn:aws:ec2:${HOME}:${ACCOUNT_ID}:volume/${home.volume}`;
  const lastBackup = new Date(Date.now() - 86_400_000).toISOString();
  await site.set('state', {
    regions: { [HOME]: { protectedResources: [{ arn, type: 'EBS', lastBackup }] } },
  });
  // After the volumes: what exists stays as it is.
  await site.ec2(HOME).send(new EnableEbsEncryptionByDefaultCommand({}));
  await site.ec2(SECOND).send(new EnableEbsEncryptionByDefaultCommand({}));
  site.expect('ebs-default-encryption', HOME, 'pass');
  site.expect('ebs-default-encryption', SECOND, 'pass');
  site.expect('ebs-default-encryption', US, 'fail');
}

/** Deletes the default VPC of a Region, as careful companies do where they run nothing. */
export async function removeDefaultVpc(site: Site, region: string): Promise<void> {
  const ec2 = site.ec2(region);
  const vpcs = await ec2.send(
    new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true'] }] }),
  );
  const VpcId = must(vpcs.Vpcs?.[0]?.VpcId, 'VpcId');
  const subnets = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] }),
  );
  for (const { SubnetId } of subnets.Subnets ?? []) {
    await ec2.send(new DeleteSubnetCommand({ SubnetId }));
  }
  const gateways = await ec2.send(
    new DescribeInternetGatewaysCommand({
      Filters: [{ Name: 'attachment.vpc-id', Values: [VpcId] }],
    }),
  );
  for (const { InternetGatewayId } of gateways.InternetGateways ?? []) {
    await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId }));
    await ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId }));
  }
  await ec2.send(new DeleteVpcCommand({ VpcId }));
}
