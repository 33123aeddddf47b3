import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  EC2Client,
  ModifyInstanceMetadataOptionsCommand,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import type { _InstanceType } from '@aws-sdk/client-ec2';
import { must, tags } from '../../site.ts';
import type { Site } from '../../site.ts';
import type { Network } from './network.ts';

interface InstancePlan {
  readonly name: string;
  readonly type: _InstanceType;
  readonly group: string;
  readonly imdsv2: boolean;
  readonly profile: boolean;
  /** Whether it has an Elastic IP: the Internet gets to what its group opens. */
  readonly elasticIp?: true;
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
    elasticIp: true,
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
  instanceProfile: string,
): Promise<void> {
  const ec2 = site.client(EC2Client, network.region, 75);
  const image = await ec2.send(
    new RegisterImageCommand({
      Name: 'nwh-base-2026.08',
      RootDeviceName: '/dev/xvda',
      VirtualizationType: 'hvm',
    }),
  );
  const ImageId = must(image.ImageId, 'ImageId');
  for (const [index, plan] of INSTANCES.entries()) {
    const { name, type, group, imdsv2, profile, userData } = plan;
    const made = await ec2.send(
      new RunInstancesCommand({
        ImageId,
        // Shown with the instance; the SDK would make one up.
        ClientToken: `northwind-${index}`,
        InstanceType: type,
        MinCount: 1,
        MaxCount: 1,
        SubnetId: network.subnetIds[index % 2],
        SecurityGroupIds: [groupId(group)],
        ...(profile ? { IamInstanceProfile: { Name: instanceProfile } } : {}),
        ...(userData ? { UserData: Buffer.from(userData).toString('base64') } : {}),
        TagSpecifications: [{ ResourceType: 'instance', Tags: tags({ Name: name, ...plan.tags }) }],
      }),
    );
    const InstanceId = must(made.Instances?.[0]?.InstanceId, 'InstanceId');
    if (plan.elasticIp) {
      const address = { Domain: 'vpc', Address: '203.0.113.25' } as const;
      const { AllocationId } = await ec2.send(new AllocateAddressCommand(address));
      const to = { InstanceId, AllocationId: must(AllocationId, 'AllocationId') };
      await ec2.send(new AssociateAddressCommand(to));
    }
    // Moto does not take the options of the launch.
    const options = {
      HttpTokens: imdsv2 ? 'required' : 'optional',
      HttpEndpoint: 'enabled',
    } as const;
    await ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId, ...options }));
    if (plan.elasticIp) site.expect('ec2-sg-in-use', groupId(group), 'pass');
    site.expect('ec2-instance-imdsv2', InstanceId, imdsv2 ? 'pass' : 'fail');
    site.expect('ec2-instance-no-public-ip', InstanceId, plan.elasticIp ? 'fail' : 'pass');
    site.expect('ec2-instance-stopped-age', InstanceId, 'pass');
    site.expect('ec2-instance-one-interface', InstanceId, 'pass');
    site.expect('ec2-instance-not-paravirtual', InstanceId, 'pass');
    site.expect('iam-instance-role-attached', InstanceId, profile ? 'pass' : 'fail');
    const leaks = userData === LEAKED;
    site.expect('ec2-instance-user-data-no-secrets', InstanceId, leaks ? 'fail' : 'pass');
  }
}
