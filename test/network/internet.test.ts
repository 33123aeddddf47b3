import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCidrs } from '../../src/network/cidr.ts';
import type { Cidr, Family } from '../../src/network/cidr.ts';
import { coversInternet, gradeSources, isInternetRoutable } from '../../src/network/internet.ts';
import { ipv4Cidr } from './fixtures.ts';

const cidrs = (...texts: string[]): readonly Cidr[] => {
  const { cidrs: all, unparsable } = parseCidrs(texts);
  expect(unparsable).toEqual([]);
  return all;
};

/** The blocks that are left of 0.0.0.0/0 without one block. */
const without = (removed: string): string[] => {
  const [hole] = cidrs(removed);
  if (hole === undefined) throw new Error('no CIDR');
  return Array.from({ length: hole.prefixLength }, (_, index) => {
    const bit = 1n << BigInt(31 - index);
    const first = ((hole.first >> BigInt(31 - index)) << BigInt(31 - index)) ^ bit;
    const octets = [24n, 16n, 8n, 0n].map((shift) => (first >> shift) & 255n);
    return `${octets.join('.')}/${index + 1}`;
  });
};

const RANKS = { limited: 0, wide: 1, open: 2 } as const;

describe('coversInternet', () => {
  it.each([
    [['0.0.0.0/0']],
    [['0.0.0.0/1', '128.0.0.0/1']],
    [['128.0.0.0/2', '0.0.0.0/1', '192.0.0.0/3']],
    [without('10.0.0.0/8')],
    [without('100.64.0.0/10')],
    [without('203.0.113.0/24')],
    [without('224.0.0.0/3')],
  ])('G2 %j together are the IPv4 Internet', (texts) => {
    expect(coversInternet(cidrs(...texts), 'ipv4')).toBe(true);
  });

  it.each([
    [['0.0.0.0/1']],
    [without('8.8.8.8/32')],
    [without('11.0.0.0/8')],
    [['10.0.0.0/8', '172.16.0.0/12']],
    [[]],
  ])('G2 %j are not the whole IPv4 Internet', (texts) => {
    expect(coversInternet(cidrs(...texts), 'ipv4')).toBe(false);
  });

  it.each([
    [['::/0']],
    [['2000::/3']],
    [['::/1']],
    [['2000::/4', '3000::/4']],
    [['2000::/4']],
    [['2000::/5', '2800::/6', '2c00::/8']],
  ])('G3 %j together are the IPv6 Internet', (texts) => {
    expect(coversInternet(cidrs(...texts), 'ipv6')).toBe(true);
  });

  it.each([[['2000::/5']], [['8000::/1']], [['fc00::/7']], [['0.0.0.0/0']]])(
    'G3 %j are not the whole IPv6 Internet',
    (texts) => {
      expect(coversInternet(cidrs(...texts), 'ipv6')).toBe(false);
    },
  );

  it('does not take one family for the other', () => {
    expect(coversInternet(cidrs('::/0'), 'ipv4')).toBe(false);
  });
});

describe('isInternetRoutable', () => {
  it.each([
    '8.8.8.8/32',
    '52.0.0.0/8',
    '9.0.0.0/7',
    '2600:1f00::/24',
    '100.128.0.0/9',
    '::/0',
    '3000::/4',
  ])('%s holds public addresses', (text) => {
    expect(cidrs(text).map(isInternetRoutable)).toEqual([true]);
  });

  it.each([
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.1.0/24',
    '100.64.0.0/10',
    '127.0.0.1/32',
    '169.254.169.254/32',
    '192.0.2.0/24',
    '198.51.100.7/32',
    '203.0.113.0/25',
    '198.18.0.0/15',
    '224.0.0.0/4',
    '255.255.255.255/32',
    '0.0.0.0/8',
    'fd00::/8',
    'fe80::/10',
    'ff00::/8',
    '::1/128',
    '2001:db8::/32',
    '3fff::/20',
    '::ffff:0:0/96',
  ])('G24 %s is not the Internet', (text) => {
    expect(cidrs(text).map(isInternetRoutable)).toEqual([false]);
  });
});

describe('gradeSources', () => {
  it.each<[Family, string[], string]>([
    ['ipv4', ['0.0.0.0/1'], 'wide'],
    ['ipv4', ['52.0.0.0/7'], 'wide'],
    ['ipv4', ['52.0.0.0/8', '53.0.0.0/8'], 'wide'],
    ['ipv4', ['52.0.0.0/8'], 'limited'],
    ['ipv4', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'], 'limited'],
    ['ipv6', ['2600::/12'], 'wide'],
    ['ipv6', ['2600:1f00::/31'], 'wide'],
    ['ipv6', ['2600:1f00::/32'], 'limited'],
    ['ipv6', ['fc00::/7'], 'limited'],
  ])('grades %s sources %j as %s', (family, texts, grade) => {
    expect(gradeSources(texts, family)).toEqual({ grade, unparsable: [] });
  });

  it('G19 published ranges of a vendor are not the Internet', () => {
    const vendor = ['173.245.48.0/20', '103.21.244.0/22', '141.101.64.0/18', '104.16.0.0/13'];
    expect(gradeSources(vendor, 'ipv4').grade).toBe('limited');
  });

  it('says what it could not read', () => {
    expect(gradeSources(['10.0.0.0/8', 'vpn'], 'ipv4')).toEqual({
      grade: 'limited',
      unparsable: ['vpn'],
    });
  });

  it('never improves when a source is added', () => {
    fc.assert(
      fc.property(fc.array(ipv4Cidr), ipv4Cidr, (texts, added) => {
        const before = gradeSources(texts, 'ipv4').grade;
        expect(RANKS[gradeSources([added, ...texts], 'ipv4').grade]).toBeGreaterThanOrEqual(
          RANKS[before],
        );
      }),
    );
  });

  it('never improves when a source is widened', () => {
    fc.assert(
      fc.property(
        fc.array(ipv4Cidr),
        fc.ipV4(),
        fc.integer({ min: 1, max: 32 }),
        (texts, address, prefix) => {
          const before = gradeSources([...texts, `${address}/${prefix}`], 'ipv4').grade;
          const after = gradeSources([...texts, `${address}/${prefix - 1}`], 'ipv4').grade;
          expect(RANKS[after]).toBeGreaterThanOrEqual(RANKS[before]);
        },
      ),
    );
  });
});
