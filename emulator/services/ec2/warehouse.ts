/** The second Region's network: an old host between two subnets, a VPN to the dock, and the block of public access. */
import {
  AttachNetworkInterfaceCommand,
  CreateNetworkAclCommand,
  CreateNetworkInterfaceCommand,
  CreateTransitGatewayCommand,
  CreateVpcEndpointCommand,
  EC2Client,
  ModifyNetworkInterfaceAttributeCommand,
  RegisterImageCommand,
  RunInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { HOME, SECOND, must } from '../../site.ts';
import type { Site } from '../../site.ts';
import type { Network } from './network.ts';

/** Stopped two months ago, paravirtual, and with a second interface that forwards what is not its own. */
export async function plantOldHost(site: Site, { region, subnetIds }: Network): Promise<void> {
  const ec2 = site.client(EC2Client, region, 900);
  const [SubnetId, other] = subnetIds;
  const image = { Name: 'conveyor-control', RootDeviceName: '/dev/sda1' };
  const registered = await ec2.send(
    new RegisterImageCommand({ ...image, VirtualizationType: 'paravirtual' }),
  );
  const ImageId = must(registered.ImageId, 'ImageId');
  site.expect('ec2-ami-not-public', ImageId, 'pass');
  const one = { ImageId, SubnetId, MinCount: 1, MaxCount: 1, ClientToken: 'northwind-conveyor' };
  const made = await ec2.send(new RunInstancesCommand({ ...one, InstanceType: 'm1.small' }));
  const InstanceId = must(made.Instances?.[0]?.InstanceId, 'InstanceId');
  const second = await ec2.send(
    new CreateNetworkInterfaceCommand({ SubnetId: other, ClientToken: 'northwind-conveyor' }),
  );
  const NetworkInterfaceId = must(second.NetworkInterface?.NetworkInterfaceId, 'id');
  const place = { InstanceId, NetworkInterfaceId, DeviceIndex: 1 };
  await ec2.send(new AttachNetworkInterfaceCommand(place));
  const unchecked = { NetworkInterfaceId, SourceDestCheck: { Value: false } };
  await ec2.send(new ModifyNetworkInterfaceAttributeCommand(unchecked));
  const stop = new StopInstancesCommand({ InstanceIds: [InstanceId] });
  await site.client(EC2Client, region, 60).send(stop);
  site.expect('ec2-instance-stopped-age', InstanceId, 'fail');
  site.expect('ec2-instance-one-interface', InstanceId, 'fail');
  site.expect('ec2-instance-not-paravirtual', InstanceId, 'fail');
  site.expect('vpc-interface-source-dest-check', NetworkInterfaceId, 'fail');
}

/** A network ACL that was made for subnets which are gone. */
export async function plantUnusedAcl(site: Site, { region, vpcId }: Network): Promise<void> {
  const ec2 = site.client(EC2Client, region, 600);
  const made = await ec2.send(
    new CreateNetworkAclCommand({ VpcId: vpcId, ClientToken: 'northwind-acl' }),
  );
  site.expect('ec2-nacl-in-use', must(made.NetworkAcl?.NetworkAclId, 'NetworkAclId'), 'fail');
}

/** One transit gateway that somebody looks after, and one that takes in whoever asks. */
export async function plantTransitGateways(site: Site): Promise<void> {
  for (const [region, accepts] of [
    [HOME, 'disable'],
    [SECOND, 'enable'],
  ] as const) {
    const made = await site
      .client(EC2Client, region, 500)
      .send(new CreateTransitGatewayCommand({ Options: { AutoAcceptSharedAttachments: accepts } }));
    const id = must(made.TransitGateway?.TransitGatewayId, 'TransitGatewayId');
    site.expect('ec2-tgw-no-auto-accept', id, accepts === 'disable' ? 'pass' : 'fail');
  }
}

/** Interface endpoints of services, by the end of their names, and the check of each. */
const SERVICES = ['ec2', 'ecr.api', 'ecr.dkr', 'ssm', 'ssm-contacts', 'ssm-incidents'] as const;

export async function plantInterfaceEndpoints(
  site: Site,
  network: Network,
  without: Network,
): Promise<void> {
  const ec2 = site.client(EC2Client, network.region, 450);
  for (const service of SERVICES) {
    await ec2.send(
      new CreateVpcEndpointCommand({
        VpcId: network.vpcId,
        VpcEndpointType: 'Interface',
        ServiceName: `com.amazonaws.${network.region}.${service}`,
      }),
    );
    const check = `vpc-endpoint-${service.replace('.', '-')}`;
    site.expect(check, network.vpcId, 'pass');
    site.expect(check, without.vpcId, 'fail');
  }
}
