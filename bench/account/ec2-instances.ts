/** Instances, their volumes and the snapshots of those. */
import type {
  DescribeInstancesResult,
  DescribeSnapshotAttributeResult,
  DescribeSnapshotsResult,
  DescribeVolumesResult,
  Instance,
  InstanceAttribute,
  Snapshot,
  Volume,
} from '@aws-sdk/client-ec2';
import { accountId, daysBefore, ec2Id, ec2Index, numbered, percent } from './identity.ts';
import { ec2Pages } from './ec2-network.ts';
import { instanceProfiles } from './iam-policies.ts';
import { pageOf, refuse } from './question.ts';
import type { Answerers, Question, Refusal } from './question.ts';
import { countIn } from './regions.ts';
import { addressIn, groupsOf, subnetId, subnetOf, vpcId, vpcOf, zoneOf } from './vpc-layout.ts';

/** One snapshot in so many is shared with everyone. */
const snapshotsForEachPublicOne = 60;

export const instanceAnswers = {
  DescribeInstances: (question): DescribeInstancesResult => {
    const all = countIn(question.size, 'instances', question.region);
    const page = pageOf(question, ec2Pages, all, (index) => ({
      ReservationId: ec2Id('r', question.region, index),
      OwnerId: accountId,
      Groups: [],
      Instances: [instanceAt(question, index)],
    }));
    return { Reservations: page.items, NextToken: page.next };
  },
  DescribeInstanceAttribute: (question): InstanceAttribute | Refusal => {
    const { region } = question;
    const InstanceId = question.text('InstanceId');
    const index = ec2Index('i', region, InstanceId);
    if (index === undefined || InstanceId === undefined)
      return refuse('InvalidInstanceID.NotFound');
    const script = userDataOf(region, index);
    return {
      InstanceId,
      UserData: script === undefined ? {} : { Value: Buffer.from(script).toString('base64') },
    };
  },
  DescribeVolumes: (question): DescribeVolumesResult => {
    const all = countIn(question.size, 'volumes', question.region);
    const page = pageOf(question, ec2Pages, all, (index) => volumeAt(question, index));
    return { Volumes: page.items, NextToken: page.next };
  },
  DescribeSnapshots: (question): DescribeSnapshotsResult => {
    const all = countIn(question.size, 'snapshots', question.region);
    const isOfPublic = question.texts('RestorableBy').includes('all');
    const step = isOfPublic ? snapshotsForEachPublicOne : 1;
    const page = pageOf(question, ec2Pages, Math.ceil(all / step), (index) =>
      snapshotAt(question, index * step),
    );
    return { Snapshots: page.items, NextToken: page.next };
  },
  DescribeSnapshotAttribute: (question): DescribeSnapshotAttributeResult | Refusal => {
    const SnapshotId = question.text('SnapshotId');
    const index = ec2Index('snap', question.region, SnapshotId);
    if (index === undefined || SnapshotId === undefined) return refuse('InvalidSnapshot.NotFound');
    const isPublic = index % snapshotsForEachPublicOne === 0;
    return { SnapshotId, CreateVolumePermissions: isPublic ? [{ Group: 'all' }] : [] };
  },
} satisfies Answerers;

function instanceAt({ size, region, now }: Question, index: number): Instance {
  const subnet = subnetOf(size, region, index);
  const profile = numbered('profile', index % instanceProfiles);
  const hasProfile = percent('profile', region, index) < 80;
  const isStopped = percent('stopped', region, index) < 10;
  const groups = groupsOf(size, region, index);
  const launched = daysBefore(now, 1 + percent('age', region, index) * 5);
  return {
    InstanceId: ec2Id('i', region, index),
    InstanceType: 'm6i.large',
    ImageId: ec2Id('ami', region, index % 5),
    LaunchTime: launched,
    State: isStopped ? { Code: 80, Name: 'stopped' } : { Code: 16, Name: 'running' },
    StateTransitionReason: isStopped ? 'User initiated (2026-01-15 08:00:00 GMT)' : '',
    VpcId: vpcId(region, vpcOf(size, region, subnet)),
    SubnetId: subnetId(region, subnet),
    PrivateIpAddress: addressIn(size, region, index),
    PrivateDnsName: `${numbered('server', index)}.internal`,
    PublicDnsName: '',
    Placement: { AvailabilityZone: zoneOf(region, subnet), Tenancy: 'default' },
    NetworkInterfaces: [],
    VirtualizationType: 'hvm',
    MetadataOptions: {
      State: 'applied',
      HttpEndpoint: 'enabled',
      HttpTokens: percent('imds', region, index) < 75 ? 'required' : 'optional',
      HttpPutResponseHopLimit: percent('hops', region, index) < 70 ? 1 : 2,
    },
    ...(hasProfile
      ? {
          IamInstanceProfile: {
            Arn: `arn:aws:iam::${accountId}:instance-profile/${profile}`,
            Id: `AIPAGENERATED0000000${index % instanceProfiles}`,
          },
        }
      : {}),
    SecurityGroups: groups.map(({ id, name }) => ({ GroupId: id, GroupName: name })),
    BlockDeviceMappings: [
      {
        DeviceName: '/dev/xvda',
        Ebs: {
          VolumeId: ec2Id('vol', region, index),
          AttachTime: launched,
          DeleteOnTermination: true,
          Status: 'attached',
        },
      },
    ],
    Monitoring: { State: 'disabled' },
    Architecture: 'x86_64',
    RootDeviceName: '/dev/xvda',
    RootDeviceType: 'ebs',
    Tags: [{ Key: 'Name', Value: numbered('server', index) }],
  };
}

function userDataOf(region: string, index: number): string | undefined {
  const share = percent('user data', region, index);
  if (share < 40) return undefined;
  const start = '#!/bin/sh\nset -eu\nyum install -y amazon-cloudwatch-agent\n';
  return share < 44 ? `${start}export DB_PASSWORD=Generated-Crane-${index}71\n` : start;
}

/** The first volumes are the roots of the instances; of the others two in three are attached. */
function volumeAt({ size, region, now }: Question, index: number): Volume {
  const instances = countIn(size, 'instances', region);
  const isRoot = index < instances;
  const instance = index % Math.max(1, instances);
  const isAttached = isRoot || (index % 3 !== 0 && instances > 0);
  const VolumeId = ec2Id('vol', region, index);
  const made = daysBefore(now, percent('volume age', region, index) * 4);
  return {
    VolumeId,
    AvailabilityZone: zoneOf(region, subnetOf(size, region, instance)),
    CreateTime: made,
    Encrypted: percent('encrypted', region, index) < 85,
    Size: 100,
    VolumeType: 'gp3',
    State: isAttached ? 'in-use' : 'available',
    Attachments: isAttached
      ? [
          {
            VolumeId,
            InstanceId: ec2Id('i', region, instance),
            Device: isRoot ? '/dev/xvda' : '/dev/sdf',
            State: 'attached',
            AttachTime: made,
          },
        ]
      : [],
    Tags: [],
  };
}

function snapshotAt({ size, region, now }: Question, index: number): Snapshot {
  const volume = index % countIn(size, 'volumes', region);
  return {
    SnapshotId: ec2Id('snap', region, index),
    VolumeId: ec2Id('vol', region, volume),
    OwnerId: accountId,
    Encrypted: index % snapshotsForEachPublicOne !== 0,
    Description: 'nightly',
    Progress: '100%',
    StartTime: daysBefore(now, percent('snapshot age', region, index)),
    State: 'completed',
    StorageTier: 'standard',
    VolumeSize: 100,
    Tags: [],
  };
}
