/** Security groups and their rules as they are written; what prefix lists in them stand for: prefix-lists.ts. */
import type { IpPermission, SecurityGroup as AnswerGroup } from '@aws-sdk/client-ec2';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { parseCidr } from '../../network/cidr.ts';
import { toPortRange } from '../../network/port-range.ts';
import { hasPorts, isProtocol, normalizeProtocol } from '../../network/protocol.ts';
import type { IngressRule } from '../../network/security-group.ts';
import type { Observed } from '../../observe/observed.ts';
import { sharedLists } from '../../text/interned.ts';
import { ec2Resource, managedByOwner, ownerOf, pageSize } from './ec2-resource.ts';
import { DescribeSecurityGroups } from './operations.ts';

/** An inbound permission whose prefix lists are not resolved yet. */
export interface IngressPermission extends Omit<IngressRule, 'prefixLists'> {
  readonly prefixListIds: readonly string[];
}

export interface SecurityGroup extends Resource {
  readonly groupId: string;
  readonly groupName: string;
  readonly vpcId: Observed<string>;
  readonly ingress: Observed<readonly IngressPermission[]>;
  /** Unreadable where a rule has a CIDR or a port range that cannot be understood. */
  readonly legible: Observed<true>;
  readonly egressRules: Observed<number>;
}

export const securityGroups = defineCollector({
  id: 'vpc.security-groups',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeSecurityGroups],
  gather: (aws) => {
    const shared = sharedLists();
    return aws.list(
      DescribeSecurityGroups,
      { MaxResults: pageSize },
      'SecurityGroups',
      (group, members): SecurityGroup => {
        const { must, field, observe } = members;
        const groupId = must(group, 'GroupId');
        const groupName = must(group, 'GroupName');
        const owner = ownerOf(group, members);
        return {
          ...ec2Resource(aws, 'security-group', 'AWS::EC2::SecurityGroup', groupId),
          ...(isOfGuardDuty(group) ? managedByGuardDuty : managedByOwner(aws, owner)),
          name: [groupName, `(${groupId})`].join(' '),
          groupId,
          groupName,
          vpcId: field(group, 'VpcId'),
          ingress: observe(() => ingressOf(group, members, shared)),
          legible: observe(() => checkLegible(ingressOf(group, members, shared), members)),
          egressRules: observe(() => must(group, 'IpPermissionsEgress').length),
        };
      },
    );
  },
});

/** The group that AWS makes with each VPC. No other group can have its name: VPC user guide, "Default security groups". */
export const defaultSecurityGroups = defineCollector({
  id: 'vpc.default-security-groups',
  service: 'vpc',
  scope: 'regional',
  calls: [],
  needs: { groups: securityGroups },
  gather: (_aws, { groups }) => ({
    ...groups,
    items: groups.items.filter(({ groupName }) => groupName === 'default'),
  }),
});

/**
 * GuardDuty makes a group for the endpoint that its agents report to, and keeps it up (GuardDuty user guide, "Shared
 * VPC with automated security agents"). Anyone can give a group that name and tag, so a group that lets in more than
 * the endpoint needs, which is HTTPS, is taken for the customer's.
 */
function isOfGuardDuty(group: AnswerGroup): boolean {
  const isNamedSo = group.GroupName?.startsWith('GuardDutyManagedSecurityGroup-') === true;
  const isTagged = group.Tags?.some(({ Key }) => Key === 'GuardDutyManaged') === true;
  const isHttpsOnly =
    group.IpPermissions?.every(({ FromPort, ToPort }) => FromPort === 443 && ToPort === 443) ===
    true;
  return isNamedSo && isTagged && isHttpsOnly;
}

const managedByGuardDuty: Pick<Resource, 'managed'> = {
  managed: {
    by: 'aws',
    reason: 'GuardDuty made the group for its own VPC endpoint and manages it',
  },
};

function ingressOf(group: AnswerGroup, { must }: Members, shared: Shared): IngressPermission[] {
  return must(group, 'IpPermissions').map((permission) => permissionOf(permission, must, shared));
}

/** An account may have groups by the ten thousand, whose rules mostly name the same few sources. */
type Shared = ReturnType<typeof sharedLists>;

/** EC2 sends every list of a permission, empty ones too; ports are absent where the protocol has none. */
function permissionOf(
  permission: IpPermission,
  must: Members['must'],
  shared: Shared,
): IngressPermission {
  return {
    protocol: must(permission, 'IpProtocol'),
    fromPort: permission.FromPort,
    toPort: permission.ToPort,
    ipv4: shared(must(permission, 'IpRanges').map((range) => must(range, 'CidrIp'))),
    ipv6: shared(must(permission, 'Ipv6Ranges').map((range) => must(range, 'CidrIpv6'))),
    prefixListIds: shared(
      must(permission, 'PrefixListIds').map((list) => must(list, 'PrefixListId')),
    ),
    groups: shared(must(permission, 'UserIdGroupPairs').map((pair) => must(pair, 'GroupId'))),
  };
}

function checkLegible(permissions: readonly IngressPermission[], { unusable }: Members): true {
  for (const { protocol, fromPort, toPort, ipv4, ipv6 } of permissions) {
    const ports = toPortRange(fromPort, toPort);
    const spelled = normalizeProtocol(protocol);
    if (!isProtocol(spelled)) unusable('a rule has a protocol that cannot be understood');
    if (hasPorts(spelled) && !ports) {
      unusable(`a ${protocol} rule has no valid port range`);
    }
    for (const cidr of [...ipv4, ...ipv6]) {
      if (!parseCidr(cidr)) unusable('a rule has a CIDR block that cannot be understood');
    }
  }
  return true;
}
