import check from '../../../checks/ec2/nacl-no-admin-ports-open.ts';
import type { NetworkAcl } from '../../../src/collectors/ec2/network-acls.ts';
import type { NetworkAclEntry } from '../../../src/network/network-acl.ts';
import { testCheck } from '../../support/check-tester.ts';
import { resourceOf } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

function acl(entries: readonly Partial<NetworkAclEntry>[], fields: Partial<NetworkAcl> = {}) {
  return {
    ...resourceOf('network-acl', 'AWS::EC2::NetworkAcl', 'acl-1'),
    isDefault: known(false),
    subnetIds: known(['subnet-1']),
    legible: known<true>(true),
    entries: known(entries.map(entry)),
    ...fields,
  };
}

function entry(fields: Partial<NetworkAclEntry>): NetworkAclEntry {
  const all = { protocol: '-1', cidr: '0.0.0.0/0', family: 'ipv4' } as const;
  return { ruleNumber: 100, egress: false, allow: true, ...all, ...fields };
}

const tcp = (from: number, to = from) => ({ protocol: '6', from, to });
const denyAll = { ruleNumber: 32_767, allow: false };
const everything = [{}, denyAll];

testCheck(check, {
  pass: [
    { name: 'HTTPS only', resource: acl([tcp(443), denyAll]) },
    {
      name: 'a deny with a lower number comes first',
      resource: acl([
        { ruleNumber: 10, allow: false, ...tcp(22) },
        { ruleNumber: 20, allow: false, protocol: '17', from: 22, to: 22 },
        { ruleNumber: 30, ...tcp(0, 3388) },
      ]),
    },
    { name: 'outbound entries do not let in', resource: acl([{ egress: true }]) },
    { name: 'G24 from private networks', resource: acl([{ ...tcp(22), cidr: '10.0.0.0/8' }]) },
  ],
  fail: [
    {
      name: 'everything from everywhere',
      resource: acl(everything),
      reasons: ['rule 100: 0.0.0.0/0 allows tcp 22 (SSH)'],
      severity: 'medium',
    },
    {
      name: 'a deny with a higher number comes too late',
      resource: acl([
        { ruleNumber: 10, ...tcp(22) },
        { ruleNumber: 20, allow: false, ...tcp(22) },
      ]),
    },
    {
      name: 'a deny of TCP does not close UDP',
      resource: acl([{ ruleNumber: 10, allow: false, protocol: '6', from: 0, to: 65_535 }, {}]),
      reasons: ['udp 3389 (RDP)'],
    },
    { name: 'G3 IPv6', resource: acl([{ ...tcp(22), cidr: '::/0', family: 'ipv6' }]) },
    {
      name: 'G2 two halves',
      resource: acl([
        { ruleNumber: 1, ...tcp(22), cidr: '0.0.0.0/1' },
        { ruleNumber: 2, ...tcp(22), cidr: '128.0.0.0/1' },
      ]),
    },
    {
      name: 'a default ACL that a subnet uses',
      resource: acl(everything, { isDefault: known(true) }),
      latent: false,
    },
    {
      name: 'a custom ACL that no subnet uses is latent',
      resource: acl(everything, { subnetIds: known([]) }),
      severity: 'low',
      latent: true,
    },
    {
      name: 'strict mode judges every default ACL',
      resource: acl(everything, { isDefault: known(true), subnetIds: known([]) }),
      params: { strict: true },
      latent: true,
    },
  ],
  'not-applicable': [
    {
      name: 'a default ACL that no subnet uses',
      resource: acl(everything, { isDefault: known(true), subnetIds: known([]) }),
    },
  ],
  unknown: [
    { name: 'the entries may not be read', resource: acl([], { entries: unreadable() }) },
    {
      name: 'whether subnets use a default ACL may not be read',
      resource: acl(everything, { isDefault: known(true), subnetIds: unreadable() }),
    },
    {
      name: 'an entry cannot be understood',
      resource: acl([{ cidr: 'nonsense' }], { legible: unreadable('failed') }),
    },
  ],
});
