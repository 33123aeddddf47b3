import {
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeLaunchTemplateVersionsCommand,
  DescribeSpotFleetRequestsCommand,
  EC2Client,
  GetInstanceMetadataDefaultsCommand,
  type InstanceMetadataDefaultsResponse,
  type LaunchTemplateVersion,
  type SpotFleetRequestConfig,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { images } from '../../../src/collectors/ec2/images.ts';
import { instances } from '../../../src/collectors/ec2/instances.ts';
import { launchTemplates } from '../../../src/collectors/ec2/launch-templates.ts';
import { metadataDefaults } from '../../../src/collectors/ec2/metadata-defaults.ts';
import { spotFleets } from '../../../src/collectors/ec2/spot-fleets.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);
const { read } = startReading();
const isKnown = (observed: Observed<unknown> | undefined) =>
  observed !== undefined && Observed.open(observed).known;

afterEach(() => {
  ec2.reset();
});

describe('launchTemplates', () => {
  const version = (VersionNumber: number, fields: Partial<LaunchTemplateVersion> = {}) => ({
    LaunchTemplateId: 'lt-1',
    LaunchTemplateName: 'fleet',
    VersionNumber,
    DefaultVersion: false,
    LaunchTemplateData: {},
    ...fields,
  });
  const versionsAre = (...LaunchTemplateVersions: LaunchTemplateVersion[]) =>
    ec2.on(DescribeLaunchTemplateVersionsCommand).resolves(answer({ LaunchTemplateVersions }));

  it('puts the two versions of one template together, the default one first', async () => {
    versionsAre(version(5), version(3, { DefaultVersion: true }));
    const { value } = await gatherFrom(launchTemplates);
    expect(value.items).toHaveLength(1);
    expect(value.items[0]?.name).toBe('fleet (lt-1)');
    expect(value.items[0]?.versions.map(({ number }) => number)).toEqual([3, 5]);
  });

  it('has one version where the default one is the latest, shown twice', async () => {
    versionsAre(version(3, { DefaultVersion: true }), version(3, { DefaultVersion: true }));
    const { value } = await gatherFrom(launchTemplates);
    expect(value.items.map((template) => template.versions.length)).toEqual([1]);
  });

  it('asks for both versions of all templates at once, page by page', async () => {
    ec2
      .on(DescribeLaunchTemplateVersionsCommand)
      .resolvesOnce(answer({ LaunchTemplateVersions: [version(1)], NextToken: 'more' }))
      .rejectsOnce(fault('UnauthorizedOperation'));
    const { value } = await gatherFrom(launchTemplates);
    const [first] = ec2.commandCalls(DescribeLaunchTemplateVersionsCommand);
    expect(first?.args[0].input).toMatchObject({ Versions: ['$Default', '$Latest'] });
    expect(value.gaps).toHaveLength(1);
    expect(value.items.map(({ whole }) => isKnown(whole))).toEqual([false]);
  });

  it('takes what a version says nothing of for open', async () => {
    versionsAre(version(1));
    const { value } = await gatherFrom(launchTemplates);
    const [only] = value.items[0]?.versions ?? [];
    if (!only) throw new Error('there is no version');
    expect(read(only.metadata)).toEqual({ tokens: null, isOn: true });
    expect(read(only.publicAddresses)).toEqual([]);
    expect(read(only.volumes)).toEqual([]);
    expect(read(only.groups)).toEqual([]);
    expect(read(only.userData)).toEqual({ isEmpty: true, found: [] });
  });

  it('reads what a version asks for, and of its user data the kinds of secrets alone', async () => {
    const userData = `#!/bin/sh\nexport DB_PASSWORD=${['Harbour', 'Crane', '7719'].join('-')}\n`;
    versionsAre(
      version(1, {
        LaunchTemplateData: {
          MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'disabled' },
          SecurityGroupIds: ['sg-1'],
          NetworkInterfaces: [
            { AssociatePublicIpAddress: true, Groups: ['sg-2', 'sg-3'] },
            { DeviceIndex: 1 },
          ],
          BlockDeviceMappings: [
            { DeviceName: '/dev/xvda', Ebs: { Encrypted: false } },
            { DeviceName: '/dev/xvdb', Ebs: {} },
            { DeviceName: '/dev/xvdc', VirtualName: 'ephemeral0' },
          ],
          UserData: Buffer.from(userData).toString('base64'),
        },
      }),
    );
    const { value } = await gatherFrom(launchTemplates);
    const [only] = value.items[0]?.versions ?? [];
    if (!only) throw new Error('there is no version');
    expect(read(only.metadata)).toEqual({ tokens: 'required', isOn: false });
    expect(read(only.publicAddresses)).toEqual([true]);
    expect(read(only.groups)).toEqual(['sg-1', 'sg-2', 'sg-3']);
    expect(read(only.volumes)).toEqual([
      { device: '/dev/xvda', encrypted: false },
      { device: '/dev/xvdb', encrypted: null },
    ]);
    expect(read(only.userData).found).toEqual([
      { kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false },
    ]);
    expect(JSON.stringify(value)).not.toContain('7719');
  });

  it('takes a missing body for unreadable, and not for an empty one', async () => {
    const { LaunchTemplateData: _, ...rest } = version(1);
    versionsAre(rest);
    const { value } = await gatherFrom(launchTemplates);
    const [only] = value.items[0]?.versions ?? [];
    expect([only?.metadata, only?.volumes, only?.userData].map(isKnown)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('metadataDefaults', () => {
  const defaultsOf = async (AccountLevel?: InstanceMetadataDefaultsResponse) => {
    ec2
      .on(GetInstanceMetadataDefaultsCommand)
      .resolves(answer(AccountLevel ? { AccountLevel } : {}));
    const { value } = await gatherFrom(metadataDefaults);
    return value.items[0]?.defaults;
  };
  const known = async (level: InstanceMetadataDefaultsResponse) => {
    const defaults = await defaultsOf(level);
    return defaults && read(defaults);
  };

  it('takes what is left out for no preference', async () => {
    expect(await known({ ManagedBy: 'account' })).toEqual({
      tokens: null,
      isEnforced: false,
      isByOrganization: false,
    });
  });

  it('reads the default, and whether the organisation enforces it', async () => {
    expect(
      await known({
        HttpTokens: 'required',
        HttpTokensEnforced: 'enabled',
        ManagedBy: 'declarative-policy',
      }),
    ).toEqual({ tokens: 'required', isEnforced: true, isByOrganization: true });
  });

  it('is unreadable where the level is missing', async () => {
    expect(isKnown(await defaultsOf())).toBe(false);
  });
});

describe('images', () => {
  it('names no account in the ARN, and asks for own images alone', async () => {
    ec2
      .on(DescribeImagesCommand)
      .resolves(answer({ Images: [{ ImageId: 'ami-1', Public: true }, { ImageId: 'ami-2' }] }));
    const { value } = await gatherFrom(images);
    expect(value.items.map(({ arn }) => arn)).toEqual([
      'arn:aws:ec2:eu-west-1::image/ami-1',
      'arn:aws:ec2:eu-west-1::image/ami-2',
    ]);
    expect(value.items.map(({ isPublic }) => isKnown(isPublic))).toEqual([true, false]);
    const [call] = ec2.commandCalls(DescribeImagesCommand);
    expect(call?.args[0].input).toMatchObject({ Owners: ['self'] });
  });
});

describe('spotFleets', () => {
  const fleet = (fields: Partial<SpotFleetRequestConfig>): SpotFleetRequestConfig => ({
    SpotFleetRequestId: 'sfr-1',
    SpotFleetRequestState: 'active',
    SpotFleetRequestConfig: { IamFleetRole: 'role', TargetCapacity: 1, LaunchSpecifications: [{}] },
    ...fields,
  });
  const gathered = async (...SpotFleetRequestConfigs: SpotFleetRequestConfig[]) => {
    ec2.on(DescribeSpotFleetRequestsCommand).resolves(answer({ SpotFleetRequestConfigs }));
    return (await gatherFrom(spotFleets)).value.items;
  };

  it('leaves out requests that start nothing any more', async () => {
    const items = await gathered(
      fleet({ SpotFleetRequestState: 'cancelled' }),
      fleet({ SpotFleetRequestState: 'cancelled_running' }),
    );
    expect(items).toEqual([]);
  });

  it('has no volumes of its own where templates say what it starts', async () => {
    const [only] = await gathered(
      fleet({
        SpotFleetRequestConfig: {
          IamFleetRole: 'role',
          TargetCapacity: 1,
          LaunchTemplateConfigs: [{}],
        },
      }),
    );
    expect(only && read(only.volumes)).toBeNull();
  });

  it('cannot tell of a request that says not what to launch', async () => {
    const [only] = await gathered(
      fleet({ SpotFleetRequestConfig: { IamFleetRole: 'role', TargetCapacity: 1 } }),
    );
    expect(isKnown(only?.volumes)).toBe(false);
  });
});

describe('instances: addresses and the time of their stop', () => {
  const gathered = async (fields: object) => {
    const instance = { InstanceId: 'i-1', State: { Name: 'stopped' as const }, ...fields };
    ec2
      .on(DescribeInstancesCommand)
      .resolves(answer({ Reservations: [{ Instances: [instance] }] }));
    const [only] = (await gatherFrom(instances)).value.items;
    if (!only) throw new Error('there is no instance');
    return only;
  };

  it.each([
    ['User initiated (2026-09-01 10:20:30 GMT)', '2026-09-01T10:20:30.000Z'],
    [
      'Server.ScheduledStop: Stopped due to retirement (2026-09-01 10:20:30 GMT)',
      '2026-09-01T10:20:30.000Z',
    ],
  ])('reads the time in "%s"', async (StateTransitionReason, at) => {
    const { stoppedSince } = await gathered({ StateTransitionReason });
    expect(read(stoppedSince)?.toISOString()).toBe(at);
  });

  it.each(['', 'User initiated', 'User initiated (2026-13-41 10:20:30 GMT)'])(
    'cannot tell the time in "%s"',
    async (StateTransitionReason) => {
      expect(isKnown((await gathered({ StateTransitionReason })).stoppedSince)).toBe(false);
    },
  );

  it('has no time for an instance that runs', async () => {
    const { stoppedSince } = await gathered({ State: { Name: 'running' } });
    expect(read(stoppedSince)).toBeNull();
  });

  it('finds the public addresses of all interfaces, each once', async () => {
    const { publicIpv4, interfaceIds } = await gathered({
      PublicIpAddress: '203.0.113.1',
      NetworkInterfaces: [
        {
          NetworkInterfaceId: 'eni-1',
          Association: { PublicIp: '203.0.113.1' },
          PrivateIpAddresses: [{ Association: { PublicIp: '203.0.113.1' } }],
        },
        {
          NetworkInterfaceId: 'eni-2',
          PrivateIpAddresses: [{}, { Association: { PublicIp: '203.0.113.2' } }],
        },
      ],
    });
    expect(read(publicIpv4)).toEqual(['203.0.113.1', '203.0.113.2']);
    expect(read(interfaceIds)).toEqual(['eni-1', 'eni-2']);
  });

  it('cannot tell the addresses of an instance without its interfaces', async () => {
    const { publicIpv4, interfaceIds, virtualization, tags } = await gathered({});
    expect([publicIpv4, interfaceIds, virtualization, tags].map(isKnown)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
