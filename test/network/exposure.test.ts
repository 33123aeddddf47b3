import { describe, expect, it } from 'vitest';
import { parseCidrs } from '../../src/network/cidr.ts';
import { isPublic, judgeSources } from '../../src/network/exposure.ts';
import { portsExcept, singlePorts } from '../../src/network/port-range.ts';
import { openPorts } from '../../src/network/security-group.ts';
import { rule } from './fixtures.ts';

const source = (name: string, ...texts: string[]) => ({
  name,
  addresses: parseCidrs(texts).cidrs,
});

describe('the sources to blame', () => {
  it.each([
    ['none, where the whole is limited', [source('office', '8.8.8.0/24')], 'limited', []],
    [
      'each that is open alone',
      [source('all', '0.0.0.0/0'), source('half', '0.0.0.0/1'), source('any', '8.8.8.8/0')],
      'open',
      ['all', 'any'],
    ],
    [
      'all that are public, where only together they are open',
      [source('low', '0.0.0.0/1'), source('private', '10.0.0.0/8'), source('high', '128.0.0.0/1')],
      'open',
      ['low', 'high'],
    ],
    ['each once', [source('all', '0.0.0.0/0'), source('all', '0.0.0.0/0')], 'open', ['all']],
  ])('%s', (_, sources, grade, blamed) => {
    expect(judgeSources(sources, 'ipv4')).toEqual({ grade, sources: blamed });
  });

  it('a source is public by any of its addresses', () => {
    expect(isPublic(source('both', '10.0.0.0/8', '8.8.8.0/24'), 'ipv4')).toBe(true);
    expect(isPublic(source('private', '10.0.0.0/8', '172.16.0.0/12'), 'ipv4')).toBe(false);
    expect(isPublic(source('none'), 'ipv4')).toBe(false);
  });
});

describe('ports beside each other', () => {
  const ask = (...rules: Parameters<typeof openPorts>[0]) =>
    openPorts(rules, {
      family: 'ipv4',
      protocols: ['tcp', 'udp'],
      ports: portsExcept([]),
    });
  const at = (port: number, fields: Parameters<typeof rule>[0]) =>
    rule({ fromPort: port, toPort: port, ...fields });
  const [all, any, every] = ['0.0.0.0/0', '8.8.8.8/0', '9.9.9.9/0'];
  const open = (from: number, to: number, ...sources: string[]) => ({
    protocol: 'tcp',
    from,
    to,
    sources,
  });

  it('are one range where the same sources open them', () => {
    expect(ask(at(22, { ipv4: [all] }), at(23, { ipv4: [all] })).open).toEqual([open(22, 23, all)]);
    expect(ask(at(22, { ipv4: [all] }), at(24, { ipv4: [all] })).open).toEqual([
      open(22, 22, all),
      open(24, 24, all),
    ]);
  });

  it.each([
    ['another source', [all], [any]],
    ['one more source', [all], [all, any]],
    ['one source less', [all, any], [all]],
    ['another second source', [all, any], [all, every]],
  ])('are two where there is %s', (_, first, second) => {
    expect(ask(at(22, { ipv4: first }), at(23, { ipv4: second })).open).toEqual([
      open(22, 22, ...first),
      open(23, 23, ...second),
    ]);
  });

  it('are two where they are of two protocols', () => {
    const ports = singlePorts([22, 23]);
    const rules = [at(22, { ipv4: [all] }), at(23, { ipv4: [all], protocol: 'udp' })];
    expect(openPorts(rules, { family: 'ipv4', protocols: ['tcp', 'udp'], ports }).open).toEqual([
      open(22, 22, all),
      { ...open(23, 23, all), protocol: 'udp' },
    ]);
  });

  it('are one undecided range where the same is in doubt, and two where it is not', () => {
    const unreadable = (id: string) => ({ prefixLists: [{ id, kind: 'unreadable' as const }] });
    const doubts = (id: string) => [{ source: id, reason: 'unreadable-prefix-list' }];
    expect(ask(at(22, unreadable('pl-1')), at(23, unreadable('pl-1'))).undecided).toEqual([
      { protocol: 'tcp', from: 22, to: 23, doubts: doubts('pl-1') },
    ]);
    expect(ask(at(22, unreadable('pl-1')), at(23, unreadable('pl-2'))).undecided).toEqual([
      { protocol: 'tcp', from: 22, to: 22, doubts: doubts('pl-1') },
      { protocol: 'tcp', from: 23, to: 23, doubts: doubts('pl-2') },
    ]);
  });
});
