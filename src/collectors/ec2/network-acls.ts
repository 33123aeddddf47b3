/** Network ACLs with the entries that src/network reasons over. */
import type { NetworkAclEntry as AnswerEntry } from '@aws-sdk/client-ec2';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { parseCidr } from '../../network/cidr.ts';
import type { NetworkAclEntry } from '../../network/network-acl.ts';
import { toPortRange } from '../../network/port-range.ts';
import { hasPorts, isProtocol, normalizeProtocol } from '../../network/protocol.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, managedByOwner, ownerOf, pageSize } from './ec2-resource.ts';
import { DescribeNetworkAcls } from './operations.ts';

export interface NetworkAcl extends Resource {
  readonly isDefault: Observed<boolean>;
  readonly subnetIds: Observed<readonly string[]>;
  readonly entries: Observed<readonly NetworkAclEntry[]>;
  /** Unreadable where an inbound entry has a CIDR or a port range that cannot be understood. */
  readonly legible: Observed<true>;
}

export const networkAcls = defineCollector({
  id: 'vpc.network-acls',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeNetworkAcls],
  gather: (aws) =>
    aws.list(
      DescribeNetworkAcls,
      { MaxResults: pageSize },
      'NetworkAcls',
      (acl, members): NetworkAcl => {
        const { must, field, observe } = members;
        const entriesOf = () => must(acl, 'Entries').map((entry) => entryOf(entry, members));
        return {
          ...ec2Resource(aws, 'network-acl', 'AWS::EC2::NetworkAcl', must(acl, 'NetworkAclId')),
          ...managedByOwner(aws, ownerOf(acl, members)),
          isDefault: field(acl, 'IsDefault'),
          subnetIds: observe(() => must(acl, 'Associations').map((each) => must(each, 'SubnetId'))),
          entries: observe(entriesOf),
          legible: observe(() => checkLegible(entriesOf(), members)),
        };
      },
    ),
});

/** An entry has a block of one family, and ports only where its protocol has them. */
function entryOf(entry: AnswerEntry, members: Members): NetworkAclEntry {
  const { must } = members;
  const isIpv6 = entry.Ipv6CidrBlock !== undefined;
  return {
    ruleNumber: must(entry, 'RuleNumber'),
    egress: must(entry, 'Egress'),
    allow: oneOf(must(entry, 'RuleAction'), ['allow', 'deny'], members) === 'allow',
    protocol: must(entry, 'Protocol'),
    family: isIpv6 ? 'ipv6' : 'ipv4',
    cidr: isIpv6 ? must(entry, 'Ipv6CidrBlock') : must(entry, 'CidrBlock'),
    from: entry.PortRange?.From,
    to: entry.PortRange?.To,
  };
}

function checkLegible(entries: readonly NetworkAclEntry[], { unusable }: Members): true {
  for (const { egress, ruleNumber, protocol, cidr, from, to } of entries) {
    if (egress) continue;
    if (!parseCidr(cidr)) unusable(`rule ${ruleNumber} has a CIDR block that cannot be understood`);
    const spelled = normalizeProtocol(protocol);
    if (!isProtocol(spelled)) {
      unusable(`rule ${ruleNumber} has a protocol that cannot be understood`);
    }
    if (hasPorts(spelled) && !toPortRange(from, to)) {
      unusable(`rule ${ruleNumber} has no valid port range`);
    }
  }
  return true;
}
