import { expect, it } from 'vitest';
import { hasPorts, isOtherProtocol, normalizeProtocol } from '../../src/network/protocol.ts';

it.each([
  ['-1', '-1'],
  ['6', 'tcp'],
  ['TCP', 'tcp'],
  [' tcp ', 'tcp'],
  ['17', 'udp'],
  ['udp', 'udp'],
  ['1', 'icmp'],
  ['58', 'icmpv6'],
  ['ICMPv6', 'icmpv6'],
  ['47', '47'],
  ['006', 'tcp'],
  ['6in4', '6in4'],
  ['x17', 'x17'],
])('protocol %j is written %j', (protocol, expected) => {
  expect(normalizeProtocol(protocol)).toBe(expected);
});

it.each([
  ['tcp', true, false],
  ['udp', true, false],
  ['-1', false, false],
  ['icmp', false, false],
  ['icmpv6', false, false],
  ['47', false, true],
])('protocol %s has ports: %s; is one that has neither ports nor types: %s', (...row) => {
  const [protocol, withPorts, isOther] = row;
  expect([hasPorts(protocol), isOtherProtocol(protocol)]).toEqual([withPorts, isOther]);
});
