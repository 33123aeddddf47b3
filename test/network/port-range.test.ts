import { describe, expect, it } from 'vitest';
import {
  cutAtEdges,
  includesPorts,
  portsExcept,
  singlePorts,
  toPortRange,
} from '../../src/network/port-range.ts';

const range = (from: number, to: number) => ({ from, to });

it('single ports are ranges of one', () => {
  expect(singlePorts([22, 3389])).toEqual([range(22, 22), range(3389, 3389)]);
});

it.each([
  [[], [range(0, 65_535)]],
  [
    [443, 80],
    [range(0, 79), range(81, 442), range(444, 65_535)],
  ],
  [
    [80, 81, 80],
    [range(0, 79), range(82, 65_535)],
  ],
  [[0], [range(1, 65_535)]],
  [[65_535], [range(0, 65_534)]],
  [[65_534], [range(0, 65_533), range(65_535, 65_535)]],
  [[0, 1, 65_535], [range(2, 65_534)]],
])('every port but %j', (ports, expected) => {
  expect(portsExcept(singlePorts(ports))).toEqual(expected);
});

it.each([
  [range(20, 25), range(20, 25), true],
  [range(20, 25), range(21, 22), true],
  [range(20, 25), range(19, 22), false],
  [range(20, 25), range(22, 26), false],
])('%j holds %j: %s', (outer, inner, expected) => {
  expect(includesPorts(outer, inner)).toBe(expected);
});

it.each([
  [22, 22, range(22, 22)],
  [0, 65_535, range(0, 65_535)],
  [undefined, 22, undefined],
  [22, undefined, undefined],
  [undefined, undefined, undefined],
  [23, 22, undefined],
  [-1, 22, undefined],
  [22, 65_536, undefined],
])('from %s to %s is %j', (from, to, expected) => {
  expect(toPortRange(from, to)).toEqual(expected);
});

describe('ports that are cut at the edges of rules', () => {
  it.each([
    ['no rule', [range(1, 9)], [], [range(1, 9)]],
    ['a rule in the middle', [range(1, 9)], [range(3, 4)], [range(1, 2), range(3, 4), range(5, 9)]],
    ['a rule that reaches over', [range(5, 9)], [range(1, 6)], [range(5, 6), range(7, 9)]],
    ['a rule elsewhere', [range(5, 9)], [range(20, 30)], [range(5, 9)]],
    ['ports that overlap', [range(5, 9), range(1, 6)], [], [range(1, 4), range(5, 6), range(7, 9)]],
    ['no ports', [], [range(1, 9)], []],
  ])('%s', (_, wanted, rules, expected) => {
    expect(cutAtEdges(wanted, rules)).toEqual(expected);
  });
});
