import { describe, expect, it } from 'vitest';
import type { ValueShape } from '../../src/policy/condition-keys.ts';
import { type Fixedness, fixedness } from '../../src/policy/fixed-values.ts';

const ACCOUNT = '111122223333';
const halfOfIpv4 = Array.from({ length: 128 }, (_, at) => `${at}.0.0.0/8`);

describe('fixed values', () => {
  it.each<[ValueShape, string, readonly string[], Fixedness]>([
    ['exact', 'stringequals', ['a'], 'yes'],
    ['exact', 'stringequalsignorecase', ['a'], 'yes'],
    ['exact', 'stringlike', ['a', 'b'], 'yes'],
    ['exact', 'arnequals', ['a'], 'yes'],
    ['exact', 'arnlike', ['a'], 'yes'],
    ['exact', 'bool', ['a'], 'no'],
    ['exact', 'ipaddress', ['a'], 'no'],
    ['exact', 'stringnotequals', ['a'], 'no'],
    ['exact', 'stringequals', [], 'no'],
    ['exact', 'stringequals', ['a', ''], 'no'],
    ['exact', 'stringequals', ['a', '${aws:x}'], 'no'],
    ['exact', 'stringequals', ['a$'], 'yes'],
    ['exact', 'stringequals', ['a', '*'], 'no'],
    ['exact', 'stringequals', ['a?'], 'no'],
    ['organization-path', 'stringlike', ['o-1'], 'yes'],
    ['organization-path', 'stringlike', ['o-1/*'], 'yes'],
    ['organization-path', 'stringlike', ['o-1/r-?/*'], 'yes'],
    ['organization-path', 'stringlike', ['o-*/r-1'], 'no'],
    ['organization-path', 'stringlike', ['o-?'], 'no'],
    ['organization-path', 'stringlike', ['/*'], 'yes'],
    ['account-arn', 'arnlike', [`arn:aws:iam::${ACCOUNT}:role/x`], 'yes'],
    ['account-arn', 'arnlike', [`arn:aws:iam::${ACCOUNT}:role/*`], 'by-effect'],
    ['account-arn', 'arnlike', [`arn:*:iam::${ACCOUNT}:role/x`], 'by-effect'],
    ['account-arn', 'arnequals', [`arn:*:iam::${ACCOUNT}:*`], 'by-effect'],
    ['account-arn', 'stringlike', [`arn:*:iam::${ACCOUNT}:role/x`], 'no'],
    ['account-arn', 'stringlike', [`arn:aws:iam:?:${ACCOUNT}:role/x`], 'no'],
    ['account-arn', 'stringlike', [`arn:aws:iam::${ACCOUNT}:*`], 'by-effect'],
    ['account-arn', 'stringlike', [`arn:aws:iam::${ACCOUNT}*`], 'no'],
    ['account-arn', 'arnlike', ['arn:aws:iam::*:role/x'], 'no'],
    ['account-arn', 'arnlike', [`arn:aws:iam::${ACCOUNT}4:*`], 'no'],
    ['account-arn', 'arnlike', [`arn:aws:iam::4${ACCOUNT}:*`], 'no'],
    ['account-arn', 'arnlike', [`${ACCOUNT}:*`], 'no'],
    ['account-arn', 'arnlike', [`arn:*:iam::${ACCOUNT}`], 'no'],
    ['access-point-arn', 'stringlike', [`arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/*`], 'yes'],
    ['access-point-arn', 'stringlike', [`arn:aws:s3:*:${ACCOUNT}:accesspoint/*`], 'no'],
    ['access-point-arn', 'arnlike', [`arn:aws:s3:*:${ACCOUNT}:accesspoint/*`], 'yes'],
    ['source-arn', 'arnlike', ['arn:aws:s3:::records'], 'yes'],
    ['source-arn', 'arnlike', [`arn:aws:sns:*:${ACCOUNT}:*`], 'by-effect'],
    ['source-arn', 'arnlike', ['arn:aws:s3:::records/*'], 'by-effect'],
    ['source-arn', 'arnlike', ['arn:aws:s3:::records/a:*'], 'by-effect'],
    ['source-arn', 'arnlike', ['arn:aws:s3:::rec*'], 'no'],
    ['source-arn', 'arnlike', ['arn:aws:s3:::rec?/x'], 'no'],
    ['source-arn', 'arnlike', ['arn:aws:s3:::/*'], 'no'],
    ['source-arn', 'arnlike', ['arn:*:s3:::records/*'], 'no'],
    ['source-arn', 'arnlike', ['arn:aws:s3::*'], 'no'],
    ['source-arn', 'arnlike', ['arn:aws:s3::1:records/*'], 'no'],
    ['user-id', 'stringlike', ['AROAEXAMPLEROLEI:*'], 'by-effect'],
    ['user-id', 'stringlike', ['AROAEXAMPLEROLE:*'], 'no'],
    ['user-id', 'stringlike', ['XROAEXAMPLEROLEID:*'], 'no'],
    ['user-id', 'stringlike', ['xAROAEXAMPLEROLEID:*'], 'no'],
    ['user-id', 'stringlike', ['AROAEXAMPLEROLEID:*x'], 'no'],
    ['user-id', 'stringlike', ['AROAEXAMPLEROLEID*'], 'no'],
    ['user-id', 'stringlike', ['AROAEXAMPLEROLEID:session'], 'yes'],
    [
      'account-arn',
      'arnlike',
      [`arn:aws:iam::${ACCOUNT}:*`, `arn:aws:iam::${ACCOUNT}:root`],
      'by-effect',
    ],
    ['account-arn', 'arnlike', [`arn:aws:iam::${ACCOUNT}:*`, 'arn:aws:iam::*:root'], 'no'],
    ['address-range', 'ipaddress', ['203.0.113.7'], 'yes'],
    ['address-range', 'ipaddress', ['10.0.0.0/8'], 'yes'],
    ['address-range', 'ipaddress', ['10.0.0.0/7'], 'no'],
    ['address-range', 'ipaddress', ['203.0.113.7/32', '0.0.0.0/0'], 'no'],
    ['address-range', 'ipaddress', ['203.0.113.7/33'], 'no'],
    ['address-range', 'ipaddress', ['203.0.113.7/'], 'no'],
    ['address-range', 'ipaddress', ['203.0.113.7/x8'], 'no'],
    ['address-range', 'ipaddress', ['203.0.113.7/8x'], 'no'],
    ['address-range', 'ipaddress', ['203.0.113.7/24/24'], 'no'],
    ['address-range', 'ipaddress', ['300.0.113.7'], 'no'],
    ['address-range', 'ipaddress', ['2001:db8::/32'], 'yes'],
    ['address-range', 'ipaddress', ['2001:db8::/31'], 'no'],
    ['address-range', 'ipaddress', ['2001:db8::1'], 'yes'],
    ['address-range', 'ipaddress', ['2001:db8::1/128'], 'yes'],
    ['address-range', 'ipaddress', ['2001:db8::1/129'], 'no'],
    ['address-range', 'ipaddress', ['fd00::/8'], 'yes'],
    ['address-range', 'ipaddress', ['FC00::/7'], 'yes'],
    ['address-range', 'ipaddress', ['fc00::/6'], 'no'],
    ['address-range', 'ipaddress', ['fe00::/8'], 'no'],
    ['address-range', 'ipaddress', ['2001:fd00::/8'], 'no'],
    ['address-range', 'stringequals', ['203.0.113.7'], 'no'],
    ['address-range', 'ipaddress', halfOfIpv4, 'no'],
    ['address-range', 'ipaddress', halfOfIpv4.slice(1), 'yes'],
    ['address-range', 'ipaddress', Array.from({ length: 200 }, () => '10.0.0.0/8'), 'yes'],
  ])('%s %s %j: %s', (shape, base, values, expected) => {
    expect(fixedness(shape, base, values, 's3')).toBe(expected);
    if (base !== 'stringequals') expect(fixedness(shape, base, values, 'iam')).toBe(expected);
  });

  it.each<[ValueShape, string, readonly string[], Fixedness]>([
    ['exact', 'stringequals', ['*'], 'yes'],
    ['source-arn', 'stringequals', [`arn:aws:cloudtrail:*:${ACCOUNT}:trail/*`], 'yes'],
    ['account-arn', 'stringequalsignorecase', ['arn:aws:iam::*:root'], 'yes'],
    ['organization-path', 'stringequals', ['o-*/r-1'], 'yes'],
    ['exact', 'stringequals', ['a', '${aws:x}'], 'no'],
    ['exact', 'stringlike', ['*'], 'no'],
    ['source-arn', 'arnequals', ['arn:aws:sns:*:*:x'], 'no'],
  ])('F34 %s %s %j, as IAM compares: %s', (shape, base, values, expected) => {
    expect(fixedness(shape, base, values, 'iam')).toBe(expected);
  });

  it('F38 a range is the same range however it is spelled, and counts once', () => {
    const spelled = Array.from({ length: 256 }, (_, at) => `10.0.${at}.1/9`);
    expect(fixedness('address-range', 'ipaddress', spelled, 'iam')).toBe('yes');
    for (const range of ['FD00::/8', 'fd12:3456:0:0::/30', 'fc00:0:0:0:0:0:0:1/7']) {
      expect(fixedness('address-range', 'ipaddress', [range], 'iam')).toBe('yes');
    }
  });
});
