import { describe, expect, it } from 'vitest';
import { coversWholePeer } from '../../src/network/routes.ts';

describe('coversWholePeer', () => {
  it.each([
    ['everything', ['0.0.0.0/0'], ['10.1.0.0/16']],
    ['everything, though the peer is not known', ['::/0'], []],
    ['the block itself', ['10.1.0.0/16'], ['10.1.0.0/16']],
    ['a block around it', ['10.0.0.0/8'], ['10.1.0.0/16']],
    ['its two halves', ['10.1.0.0/17', '10.1.128.0/17'], ['10.1.0.0/16']],
    ['one of its blocks', ['10.2.0.0/16'], ['10.1.0.0/16', '10.2.0.0/16']],
    [
      'its IPv6 block in another spelling',
      ['2600:1F00:0:0::/56'],
      ['10.1.0.0/16', '2600:1f00::/56'],
    ],
  ])('is true for %s', (_title, routes, peer) => {
    expect(coversWholePeer(routes, peer)).toBe(true);
  });

  it.each([
    ['a subnet', ['10.1.2.0/24'], ['10.1.0.0/16']],
    ['one half', ['10.1.0.0/17'], ['10.1.0.0/16']],
    ['another network', ['10.9.0.0/16'], ['10.1.0.0/16']],
    ['no route', [], ['10.1.0.0/16']],
    ['a block of the other family', ['::/1'], ['10.1.0.0/16']],
  ])('is false for %s', (_title, routes, peer) => {
    expect(coversWholePeer(routes, peer)).toBe(false);
  });

  it.each([
    ['the peer is not known', ['10.1.2.0/24'], []],
    ['a block of the peer cannot be read', ['10.1.2.0/24'], ['10.1.0.0/16', '?']],
    ['a route cannot be read', ['?'], ['10.1.0.0/16']],
  ])('is undefined when %s', (_title, routes, peer) => {
    expect(coversWholePeer(routes, peer)).toBeUndefined();
  });
});
