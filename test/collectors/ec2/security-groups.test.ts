import {
  DescribeManagedPrefixListsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  GetManagedPrefixListEntriesCommand,
  type IpPermission,
  type SecurityGroup,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { ingressRules } from '../../../src/collectors/ec2/ingress-rules.ts';
import { securityGroupUse } from '../../../src/collectors/ec2/security-group-use.ts';
import {
  defaultSecurityGroups,
  securityGroups,
} from '../../../src/collectors/ec2/security-groups.ts';
import { Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { account } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const ec2 = mockClient(EC2Client);
const { read } = startReading();

afterEach(() => {
  ec2.reset();
});

function permission(fields: Partial<IpPermission> = {}): IpPermission {
  const none = { IpRanges: [], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] };
  return { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, ...none, ...fields };
}

function group(GroupId: string, fields: Partial<SecurityGroup> = {}): SecurityGroup {
  return {
    GroupId,
    GroupName: 'web',
    OwnerId: account,
    VpcId: 'vpc-1',
    IpPermissions: [],
    IpPermissionsEgress: [],
    ...fields,
  };
}

const named = (...ids: readonly string[]) =>
  permission({ PrefixListIds: ids.map((PrefixListId) => ({ PrefixListId })) });

function groupsAre(...SecurityGroups: readonly SecurityGroup[]) {
  ec2.on(DescribeSecurityGroupsCommand).resolves(answer({ SecurityGroups: [...SecurityGroups] }));
}

const denied = fault('UnauthorizedOperation');
const isKnown = (observed: Observed<unknown>) => Observed.open(observed).known;

describe('securityGroups', () => {
  it('follows pages', async () => {
    ec2
      .on(DescribeSecurityGroupsCommand)
      .resolvesOnce(answer({ SecurityGroups: [group('sg-1')], NextToken: 'more' }))
      .resolvesOnce(answer({ SecurityGroups: [group('sg-2')] }));
    const { value } = await gatherFrom(securityGroups);
    expect(value.items.map(({ groupId }) => groupId)).toEqual(['sg-1', 'sg-2']);
    expect(value.gaps).toEqual([]);
    expect(ec2.commandCalls(DescribeSecurityGroupsCommand)[1]?.args[0].input).toMatchObject({
      NextToken: 'more',
    });
  });

  it('keeps the pages before one that is denied', async () => {
    ec2
      .on(DescribeSecurityGroupsCommand)
      .resolvesOnce(answer({ SecurityGroups: [group('sg-1')], NextToken: 'more' }))
      .rejects(denied);
    const { value } = await gatherFrom(securityGroups);
    expect(value.items).toHaveLength(1);
    expect(value.gaps).toMatchObject([{ reason: 'denied' }]);
  });

  it('takes missing rules for unreadable, and an empty list for none', async () => {
    const { IpPermissions: _, ...withoutRules } = group('sg-1');
    const { IpRanges: __, ...withoutRanges } = permission();
    groupsAre(withoutRules, group('sg-2'), group('sg-3', { IpPermissions: [withoutRanges] }));
    const { value } = await gatherFrom(securityGroups);
    expect(value.items.map(({ ingress }) => isKnown(ingress))).toEqual([false, true, false]);
  });

  it('keeps the other rules where one cannot be understood, and says so', async () => {
    const { FromPort: _, ...withoutPort } = permission({ IpRanges: [{ CidrIp: '0.0.0.0/0' }] });
    groupsAre(group('sg-1', { IpPermissions: [permission(), withoutPort] }));
    const { value } = await gatherFrom(securityGroups);
    expect(value.items.map(({ ingress }) => read(ingress).length)).toEqual([2]);
    expect(value.items.map(({ legible }) => isKnown(legible))).toEqual([false]);
  });

  it('G16 leaves a group of GuardDuty and one of another account to those who manage them', async () => {
    const ofGuardDuty = {
      GroupName: 'GuardDutyManagedSecurityGroup-vpc-1',
      Tags: [{ Key: 'GuardDutyManaged', Value: 'true' }],
    };
    groupsAre(
      group('sg-1', {
        ...ofGuardDuty,
        IpPermissions: [permission({ FromPort: 443, ToPort: 443 })],
      }),
      group('sg-2', { OwnerId: '444455556666' }),
      group('sg-3', { GroupName: ofGuardDuty.GroupName }),
    );
    const { value } = await gatherFrom(securityGroups);
    expect(value.items.map(({ managed }) => managed?.by)).toEqual([
      'aws',
      'organization',
      undefined,
    ]);
  });

  it('G16 is not fooled by a group that only calls itself GuardDuty’s', async () => {
    groupsAre(
      group('sg-1', {
        GroupName: 'GuardDutyManagedSecurityGroup-vpc-1',
        Tags: [{ Key: 'GuardDutyManaged', Value: 'true' }],
        IpPermissions: [permission({ IpRanges: [{ CidrIp: '0.0.0.0/0' }] })],
      }),
    );
    const { value } = await gatherFrom(securityGroups);
    expect(value.items.map(({ managed }) => managed)).toEqual([undefined]);
  });

  it('G22 finds the default group of each VPC', async () => {
    groupsAre(group('sg-1', { GroupName: 'default' }), group('sg-2'));
    const { value } = await gatherFrom(defaultSecurityGroups);
    expect(value.items.map(({ groupId }) => groupId)).toEqual(['sg-1']);
  });
});

async function gatherRules() {
  const { value, gathered } = await gatherFrom(ingressRules);
  const groups = gathered.get(securityGroups, 'eu-west-1');
  return groups.items.map((each) => read(value.of(each)));
}

describe('ingressRules', () => {
  it('G5 resolves the lists of customers, each once, and knows those of AWS', async () => {
    groupsAre(
      group('sg-1', { IpPermissions: [named('pl-own', 'pl-cloudfront')] }),
      group('sg-2', { IpPermissions: [named('pl-own')] }),
    );
    ec2.on(DescribeManagedPrefixListsCommand).resolves(
      answer({
        PrefixLists: [
          { PrefixListId: 'pl-own', OwnerId: account },
          { PrefixListId: 'pl-cloudfront', OwnerId: 'AWS' },
        ],
      }),
    );
    ec2
      .on(GetManagedPrefixListEntriesCommand)
      .resolvesOnce(answer({ Entries: [{ Cidr: '10.0.0.0/8' }], NextToken: 'more' }))
      .resolvesOnce(answer({ Entries: [{ Cidr: '0.0.0.0/0' }] }));

    const own = { id: 'pl-own', kind: 'resolved', cidrs: ['10.0.0.0/8', '0.0.0.0/0'] };
    expect(await gatherRules()).toMatchObject([
      { rules: [{ prefixLists: [own, { id: 'pl-cloudfront', kind: 'aws' }] }] },
      { rules: [{ prefixLists: [own] }] },
    ]);
    expect(ec2.commandCalls(GetManagedPrefixListEntriesCommand)).toHaveLength(2);
  });

  it('G5 sends nothing about lists where no rule names one', async () => {
    groupsAre(group('sg-1', { IpPermissions: [permission()] }));
    await gatherRules();
    expect(ec2.commandCalls(DescribeManagedPrefixListsCommand)).toHaveLength(0);
  });

  it('G5 keeps what was read of a list, and the reason why the rest was not', async () => {
    groupsAre(group('sg-1', { IpPermissions: [named('pl-own')] }));
    ec2.on(DescribeManagedPrefixListsCommand).rejects(denied);
    ec2
      .on(GetManagedPrefixListEntriesCommand)
      .resolvesOnce(answer({ Entries: [{ Cidr: '10.0.0.0/8' }], NextToken: 'more' }))
      .rejects(denied);

    const [only] = await gatherRules();
    expect(only?.rules).toMatchObject([
      {
        prefixLists: [
          { kind: 'resolved', cidrs: ['10.0.0.0/8'] },
          { id: 'pl-own', kind: 'unreadable' },
        ],
      },
    ]);
    expect(only && Observed.open(only.whole)).toMatchObject({ causes: [{ reason: 'denied' }] });
  });
});

const networkInterface = (NetworkInterfaceId: string, GroupId: string) => ({
  NetworkInterfaceId,
  OwnerId: account,
  VpcId: 'vpc-1',
  InterfaceType: 'lambda' as const,
  RequesterManaged: true,
  Groups: [{ GroupId }],
  Ipv6Addresses: [],
  PrivateIpAddresses: [{ Association: { PublicIp: '198.51.100.7' } }],
});

describe('securityGroupUse', () => {
  it('G15 finds interfaces of any kind, and references from other groups', async () => {
    groupsAre(
      group('sg-1'),
      group('sg-2', {
        IpPermissions: [
          permission({ UserIdGroupPairs: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }] }),
        ],
      }),
    );
    ec2
      .on(DescribeNetworkInterfacesCommand)
      .resolves(answer({ NetworkInterfaces: [networkInterface('eni-1', 'sg-1')] }));
    const { value, gathered } = await gatherFrom(securityGroupUse);
    const [used, unused] = gathered.get(securityGroups, 'eu-west-1').items;
    expect(used && read(value.of(used))).toMatchObject({
      interfaces: [{ interfaceId: 'eni-1', requesterManaged: true, publicIpv4: ['198.51.100.7'] }],
      referredToBy: ['sg-2'],
    });
    expect(unused && read(value.of(unused))).toMatchObject({ interfaces: [], referredToBy: [] });
  });

  it('G14 does not call a group unused where the list of interfaces is not whole', async () => {
    groupsAre(group('sg-1'), group('sg-2'));
    ec2
      .on(DescribeNetworkInterfacesCommand)
      .resolvesOnce(
        answer({ NetworkInterfaces: [networkInterface('eni-1', 'sg-1')], NextToken: 'more' }),
      )
      .rejects(denied);
    const { value, gathered } = await gatherFrom(securityGroupUse);
    const groups = gathered.get(securityGroups, 'eu-west-1').items;
    expect(groups.map((each) => isKnown(value.of(each)))).toEqual([true, false]);
  });
});
