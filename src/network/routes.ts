import { includesAddresses, union } from './address-set.ts';
import { parseCidrs } from './cidr.ts';
import type { Cidr, Family } from './cidr.ts';

/**
 * Whether the routes of one table to a peered VPC, taken together, lead to a whole CIDR block of that VPC
 * (or to everything), and so are not narrowed to what the traffic needs.
 *
 * Routes unite: two halves of the block are the block. `undefined` when the routes that can be read do not
 * show it, but one that cannot, or a block of the peer that is not known, might.
 */
export function coversWholePeer(
  routeCidrs: readonly string[],
  peerCidrs: readonly string[],
): boolean | undefined {
  const routes = parseCidrs(routeCidrs);
  const peer = parseCidrs(peerCidrs);
  if (routes.cidrs.some(({ prefixLength }) => prefixLength === 0)) return true;
  if (
    peer.cidrs.some((block) =>
      includesAddresses(union(ofFamily(routes.cidrs, block.family)), [block]),
    )
  )
    return true;

  const isPeerKnown = peer.cidrs.length > 0 && peer.unparsable.length === 0;
  return isPeerKnown && routes.unparsable.length === 0 ? false : undefined;
}

function ofFamily(cidrs: readonly Cidr[], family: Family): Cidr[] {
  return cidrs.filter((cidr) => cidr.family === family);
}
