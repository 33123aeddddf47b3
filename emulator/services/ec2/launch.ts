import {
  CreateLaunchTemplateCommand,
  EC2Client,
  ModifyImageAttributeCommand,
  RegisterImageCommand,
} from '@aws-sdk/client-ec2';
import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import { HOME, SECOND, US, must } from '../../site.ts';
import type { Planted, Site } from '../../site.ts';

// An example value of nobody's, split so that no scanner of this repository trips over it.
const LEAKED = [
  '#!/bin/bash',
  `export CARRIER_API_PASSWORD=${['Quay', 'Wall', '4420'].join('-')}`,
  '',
].join('\n');

async function plantTemplate(
  site: Site,
  region: string,
  name: string,
  data: RequestLaunchTemplateData,
  outcome: Planted['outcome'],
): Promise<void> {
  const made = await site.client(EC2Client, region, 120).send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: name,
      // Shown in nothing; the SDK would make one up.
      ClientToken: name,
      LaunchTemplateData: data,
    }),
  );
  const id = must(made.LaunchTemplate?.LaunchTemplateId, 'LaunchTemplateId');
  site.expect('ec2-launch-template-imdsv2', id, outcome);
  site.expect('ec2-launch-template-no-public-ip', id, outcome);
  site.expect('ec2-launch-template-ebs-encrypted', id, outcome);
  site.expect('ec2-launch-template-user-data-no-secrets', id, outcome);
}

/** A launch template that keeps every rule, and one that breaks them all. */
export async function plantTemplates(site: Site): Promise<void> {
  const device = '/dev/xvda';
  const kept: RequestLaunchTemplateData = {
    MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
    NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false }],
    BlockDeviceMappings: [{ DeviceName: device, Ebs: { Encrypted: true, VolumeSize: 20 } }],
  };
  const broken: RequestLaunchTemplateData = {
    MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'enabled' },
    NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true }],
    BlockDeviceMappings: [{ DeviceName: device, Ebs: { Encrypted: false, VolumeSize: 20 } }],
    UserData: Buffer.from(LEAKED).toString('base64'),
  };
  await plantTemplate(site, HOME, 'freight-api-fleet', kept, 'pass');
  await plantTemplate(site, US, 'carrier-burst', broken, 'fail');
}

/** An image that was made public, in a Region where nobody looks. */
export async function plantPublicImage(site: Site): Promise<void> {
  const ec2 = site.client(EC2Client, SECOND, 400);
  const image = { Name: 'nwh-scanner-kiosk', RootDeviceName: '/dev/xvda' };
  const { ImageId } = await ec2.send(new RegisterImageCommand(image));
  const everyone = { LaunchPermission: { Add: [{ Group: 'all' as const }] } };
  await ec2.send(new ModifyImageAttributeCommand({ ImageId, ...everyone }));
  site.expect('ec2-ami-not-public', must(ImageId, 'ImageId'), 'fail');
}
