/** Which parts of a Region's network belong together. All is arithmetic on indexes, so nothing has to be kept. */
import { ec2Id, hash } from './identity.ts';
import { countIn } from './regions.ts';
import type { Size } from './sizes.ts';

/** Index of the VPC that the `index`th subnet, group, table or ACL of the Region lies in. */
export function vpcOf(size: Size, region: string, index: number): number {
  return index % countIn(size, 'vpcs', region);
}

/** Index of the subnet of the `index`th instance or interface. */
export function subnetOf(size: Size, region: string, index: number): number {
  return index % countIn(size, 'subnets', region);
}

/** Index of a security group of the VPC: one that was made for a purpose where there is one, or the default group. */
export function groupIn(size: Size, region: string, vpc: number, wish: number): number {
  const vpcs = countIn(size, 'vpcs', region);
  const made = Math.floor((countIn(size, 'securityGroups', region) - 1 - vpc) / vpcs);
  return made > 0 ? vpc + vpcs * (1 + (wish % made)) : vpc;
}

export function vpcId(region: string, index: number): string {
  return ec2Id('vpc', region, index);
}

export function subnetId(region: string, index: number): string {
  return ec2Id('subnet', region, index);
}

/** The groups of the `index`th instance or interface: one, and now and then a second. */
export function groupsOf(
  size: Size,
  region: string,
  index: number,
): { id: string; name: string }[] {
  const vpc = vpcOf(size, region, subnetOf(size, region, index));
  const wishes = index % 4 === 0 ? [index, index + 1] : [index];
  const groups = new Set(wishes.map((wish) => groupIn(size, region, vpc, wish)));
  return [...groups].map((group) => ({
    id: ec2Id('sg', region, group),
    name: groupName(size, region, group),
  }));
}

const purposes = ['web', 'api', 'worker', 'cache', 'db', 'bastion', 'batch', 'mesh', 'ci', 'etl'];

/** The first group of each VPC is the one that EC2 makes. */
export function groupName(size: Size, region: string, index: number): string {
  if (index < countIn(size, 'vpcs', region)) return 'default';
  return `${purposes[index % purposes.length]}-${index}`;
}

/** The second block of each VPC's addresses. */
export function vpcCidr(index: number): string {
  return `10.${index % 250}.0.0/16`;
}

/** Block of a subnet within that of its VPC. */
export function subnetCidr(size: Size, region: string, index: number): string {
  const vpcs = countIn(size, 'vpcs', region);
  return `10.${(index % vpcs) % 250}.${Math.floor(index / vpcs) % 250}.0/24`;
}

export function addressIn(size: Size, region: string, index: number): string {
  const network = subnetCidr(size, region, subnetOf(size, region, index)).replace(/0\/24$/, '');
  return `${network}${4 + (hash(`address/${region}/${index}`) % 250)}`;
}

/** Zones have letters; three are used. */
export function zoneOf(region: string, index: number): string {
  return `${region}${'abc'.charAt(index % 3)}`;
}
