import { describe, expect, it } from 'vitest';
import { allTraffic } from '../../src/network/all-traffic.ts';
import { rule } from './fixtures.ts';

const ANYWHERE = { ipv4: ['0.0.0.0/0'] };
const CLOSED = { open: [], wide: [], undecided: [] };

describe('allTraffic', () => {
  const all = rule({ ...ANYWHERE, fromPort: 0, toPort: 65_535 });

  it.each([
    ['-1', [rule({ ...ANYWHERE, protocol: '-1' })]],
    ['tcp', [all]],
    ['tcp', [rule({ ...all, fromPort: 1 })]],
    ['udp', [rule({ ...all, protocol: '17' })]],
    ['47', [rule({ ...all, protocol: '47', fromPort: undefined, toPort: undefined })]],
    ['50', [rule({ ...all, protocol: '50', fromPort: 22, toPort: 22 })]],
  ])('G1 finds protocol %s wholly open', (protocol, rules) => {
    expect(allTraffic(rules, 'ipv4')).toEqual({
      open: [{ protocol, sources: ['0.0.0.0/0'] }],
      wide: [],
      undecided: [],
    });
  });

  it('G2 adds up ports and sources over several rules', () => {
    const rules = [
      rule({ ...ANYWHERE, fromPort: 1, toPort: 3000 }),
      rule({ ipv4: ['0.0.0.0/1'], fromPort: 2000, toPort: 65_535 }),
      rule({ ipv4: ['128.0.0.0/1'], fromPort: 3001, toPort: 65_535 }),
    ];
    expect(allTraffic(rules, 'ipv4').open).toEqual([
      { protocol: 'tcp', sources: ['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1'] },
    ]);
    expect(allTraffic(rules.slice(0, 2), 'ipv4').open).toEqual([]);
  });

  it.each([
    ['one port is missing', [rule({ ...all, toPort: 8079 }), rule({ ...all, fromPort: 8081 })]],
    ['the source is private', [rule({ ...all, ipv4: ['10.0.0.0/8'] })]],
    ['the source is a group', [rule({ ...all, protocol: '-1', ipv4: [], groups: ['sg-1'] })]],
    ['it is of the other family', [rule({ ...all, ipv4: [], ipv6: ['::/0'] })]],
  ])('is closed when %s', (_title, rules) => {
    expect(allTraffic(rules, 'ipv4')).toEqual(CLOSED);
  });

  it('G5 is undecided when an unreadable list has the ports that are not open', () => {
    const list = [{ id: 'pl-1', kind: 'unreadable' }] as const;
    const rules = [
      rule({ ...all, toPort: 1023 }),
      rule({ prefixLists: list, fromPort: 1024, toPort: 65_535 }),
    ];
    const doubts = [{ source: 'pl-1', reason: 'unreadable-prefix-list' }];
    expect(allTraffic(rules, 'ipv4')).toEqual({
      open: [],
      wide: [],
      undecided: [{ protocol: 'tcp', doubts }],
    });
    expect(allTraffic(rules.slice(1), 'ipv4')).toEqual(CLOSED);
  });

  it('adds rules of all protocols to those of one', () => {
    const halves = [
      rule({ ipv4: ['0.0.0.0/1'], protocol: '-1' }),
      rule({ ipv4: ['128.0.0.0/1'], protocol: '47' }),
    ];
    expect(allTraffic(halves, 'ipv4').open).toEqual([
      { protocol: '47', sources: ['0.0.0.0/1', '128.0.0.0/1'] },
    ]);
  });

  it('names each doubt, and once', () => {
    const unreadable = (id: string) => ({ id, kind: 'unreadable' as const });
    const rules = [
      rule({ ...all, ipv4: [], toPort: 1023, prefixLists: [unreadable('pl-1')] }),
      rule({ ...all, ipv4: [], fromPort: 1024, prefixLists: [unreadable('pl-1')] }),
      rule({ ...all, ipv4: [], fromPort: 1024, prefixLists: [unreadable('pl-2')] }),
    ];
    const [undecided] = allTraffic(rules, 'ipv4').undecided;
    expect(undecided?.doubts.map(({ source }) => source)).toEqual(['pl-1', 'pl-2']);
  });

  it('says that all ports are open to much of the Internet', () => {
    expect(allTraffic([rule({ protocol: '-1', ipv4: ['0.0.0.0/1'] })], 'ipv4').wide).toEqual([
      { protocol: '-1', sources: ['0.0.0.0/1'] },
    ]);
  });
});
