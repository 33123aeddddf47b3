import {
  AuthorizeSecurityGroupIngressCommand,
  CreateManagedPrefixListCommand,
  CreateSecurityGroupCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import type { IpPermission } from '@aws-sdk/client-ec2';
import { must } from '../../site.ts';
import type { Planted, Site } from '../../site.ts';
import type { Network } from './network.ts';

interface GroupPlan {
  readonly name: string;
  readonly permissions: readonly IpPermission[];
  readonly check: string;
  readonly outcome: Planted['outcome'];
}

function tcp(port: number, ...cidrs: string[]): IpPermission {
  const IpRanges = cidrs.map((CidrIp) => ({ CidrIp, Description: 'NWH' }));
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges };
}

function tcp6(port: number, CidrIpv6: string): IpPermission {
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, Ipv6Ranges: [{ CidrIpv6 }] };
}

/** `openList` is a prefix list of the customer's own that holds 0.0.0.0/0. */
function groupPlans(openList: string): readonly GroupPlan[] {
  const ssh = 'ec2-sg-no-admin-ports-open-ipv4';
  const list = {
    IpProtocol: 'tcp',
    FromPort: 22,
    ToPort: 22,
    PrefixListIds: [{ PrefixListId: openList }],
  };
  return [
    { name: 'freight-api', permissions: [tcp(8443, '10.20.0.0/16')], check: ssh, outcome: 'pass' },
    { name: 'jump-host', permissions: [tcp(22, '0.0.0.0/0')], check: ssh, outcome: 'fail' },
    {
      name: 'carrier-edi',
      permissions: [tcp(22, '0.0.0.0/1', '128.0.0.0/1')],
      check: ssh,
      outcome: 'fail',
    },
    { name: 'vendor-lists', permissions: [list], check: ssh, outcome: 'fail' },
    { name: 'vpn-admins', permissions: [tcp(22, '198.51.100.0/24')], check: ssh, outcome: 'pass' },
    {
      name: 'dual-stack-admin',
      permissions: [tcp6(3389, '::/0')],
      check: 'ec2-sg-no-admin-ports-open-ipv6',
      outcome: 'fail',
    },
    {
      name: 'everything',
      permissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      check: 'ec2-sg-no-all-traffic-open',
      outcome: 'fail',
    },
    {
      name: 'warehouse-share',
      permissions: [tcp(445, '0.0.0.0/0')],
      check: 'ec2-sg-no-cifs-open',
      outcome: 'fail',
    },
    {
      name: 'tracking-db',
      permissions: [tcp(5432, '0.0.0.0/0')],
      check: 'ec2-sg-no-database-ports-open',
      outcome: 'fail',
    },
    {
      name: 'invoice-db',
      permissions: [tcp(5432, '10.20.0.0/16')],
      check: 'ec2-sg-no-database-ports-open',
      outcome: 'pass',
    },
  ];
}

/** Security groups, by name: their ids. All but the named users of them are latent. */
export async function plantGroups(site: Site, network: Network): Promise<(name: string) => string> {
  const ec2 = site.client(EC2Client, network.region, 300);
  const list = await ec2.send(
    new CreateManagedPrefixListCommand({
      PrefixListName: 'vendors',
      AddressFamily: 'IPv4',
      MaxEntries: 5,
      Entries: [{ Cidr: '203.0.113.0/24' }, { Cidr: '0.0.0.0/0', Description: 'temporary' }],
    }),
  );
  const ids = new Map<string, string>();
  for (const plan of groupPlans(must(list.PrefixList?.PrefixListId, 'PrefixListId'))) {
    const GroupId = await plantGroup(ec2, network, plan);
    ids.set(plan.name, GroupId);
    site.expect(plan.check, GroupId, plan.outcome);
  }
  return (name) => must(ids.get(name), name);
}

async function plantGroup(
  ec2: EC2Client,
  { vpcId }: Network,
  { name, permissions }: Pick<GroupPlan, 'name' | 'permissions'>,
): Promise<string> {
  const group = { GroupName: name, Description: `Northwind Harbour ${name}`, VpcId: vpcId };
  const made = await ec2.send(new CreateSecurityGroupCommand(group));
  const GroupId = must(made.GroupId, 'GroupId');
  const IpPermissions = [...permissions];
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
  return GroupId;
}

/** What the warehouse's old machines listen on, and the check of each port. */
const OLD_PORTS = [
  [21, 'ec2-sg-no-ftp-open'],
  [23, 'ec2-sg-no-telnet-open'],
  [88, 'ec2-sg-no-kerberos-open'],
  [389, 'ec2-sg-no-ldap-open'],
  [5601, 'ec2-sg-no-kibana-open'],
  [9092, 'ec2-sg-no-kafka-open'],
  [8888, 'ec2-sg-no-high-risk-ports-open'],
  [8443, 'ec2-sg-only-authorized-ports-open'],
] as const;

/** Two latent groups with the ports of old machines: one opens them to its own network, the other to everybody. */
export async function plantOldPorts(site: Site, network: Network): Promise<void> {
  const ec2 = site.client(EC2Client, network.region, 900);
  for (const [name, source, outcome] of [
    ['conveyors', '10.40.0.0/16', 'pass'],
    ['conveyor-vendor', '0.0.0.0/0', 'fail'],
  ] as const) {
    const permissions = OLD_PORTS.map(([port]) => tcp(port, source));
    const GroupId = await plantGroup(ec2, network, { name, permissions });
    for (const [, check] of OLD_PORTS) site.expect(check, GroupId, outcome);
    site.expect('ec2-sg-in-use', GroupId, 'fail');
  }
}
