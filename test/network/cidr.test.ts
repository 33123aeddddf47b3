import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressSpace, contains, parseCidr } from '../../src/network/cidr.ts';
import type { Cidr } from '../../src/network/cidr.ts';

const parsed = (text: string): Cidr => {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`${text} does not parse`);
  return cidr;
};

describe('parseCidr', () => {
  it.each([
    ['0.0.0.0/0', ['1.2.3.4/0', ' 0.0.0.0/0 ', '0.0.0.0/00']],
    ['10.1.0.0/16', ['10.1.2.3/16', '10.1.255.255/16']],
    ['192.0.2.7/32', ['192.0.2.7']],
    ['::/0', ['0:0:0:0:0:0:0:0/0', '0::/0', '2001:db8::1/0', '::1/0', '0000:0000::0000/0']],
    ['2001:db8::/32', ['2001:DB8::/32', '2001:0db8:0:0::/32', '2001:db8:ffff::1/32']],
    ['::ffff:0:0/96', ['::ffff:0.0.0.0/96', '::FFFF:192.0.2.1/96', '0:0:0:0:0:ffff:1.2.3.4/96']],
    ['2001:db8::1/128', ['2001:db8::1', '2001:db8:0:0:0:0:0:1/128']],
  ])('reads every spelling of %s as the same block', (canonical, spellings) => {
    for (const spelling of spellings) expect(parseCidr(spelling)).toEqual(parsed(canonical));
  });

  it('drops host bits', () => {
    expect(parseCidr('10.1.2.3/8')).toEqual({
      family: 'ipv4',
      prefixLength: 8,
      first: 0x0a000000n,
      last: 0x0affffffn,
    });
  });

  it.each([
    '',
    '/',
    '/8',
    'all',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '10.0.0/8',
    '010.0.0.0/8',
    '256.0.0.0/8',
    '10.0.0.0/1e1',
    '::/129',
    ':::/0',
    '1:2:3:4:5:6:7:8:9/64',
    'fe80::1%eth0/64',
    '12345::/16',
    '::ffff:1.2.3/96',
    '1::2::3/64',
  ])('does not guess what %j means', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => parseCidr(text) === undefined || /[.:]/.test(text)),
    );
  });

  it('reads back any IPv6 address and prefix', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.integer({ min: 0, max: 128 }), (address, prefix) => {
        const cidr = parsed(`${address}/${prefix}`);
        expect(cidr.last - cidr.first + 1n).toBe(1n << BigInt(128 - prefix));
        expect(contains(cidr, parsed(address.toUpperCase()))).toBe(true);
      }),
    );
  });
});

it('the addresses of a family are those of its widest block', () => {
  for (const [family, text] of [
    ['ipv4', '0.0.0.0/0'],
    ['ipv6', '::/0'],
  ] as const) {
    const { first, last } = parsed(text);
    expect(addressSpace(family)).toEqual({ first, last });
  }
});

describe('contains', () => {
  it.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.1.0.0/16', '10.1.0.0/16', true],
    ['10.1.0.0/16', '10.0.0.0/8', false],
    ['10.1.0.0/16', '10.2.0.0/16', false],
    ['10.2.0.0/16', '10.1.0.0/16', false],
    ['::/0', '10.0.0.0/8', false],
    ['::/0', '2001:db8::/32', true],
  ])('%s and %s: %s', (outer, inner, expected) => {
    expect(contains(parsed(outer), parsed(inner))).toBe(expected);
  });
});
