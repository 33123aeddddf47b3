import type { Family } from './cidr.ts';

type Blocks = Readonly<Record<Family, readonly string[]>>;

// A table of our own, so that a verdict never changes with the version of a runtime. From the IANA
// registries (https://www.iana.org/numbers): IPv4 Special-Purpose as of 2020-09-04, IPv6 Special-Purpose
// as of 2025-10-09, IPv6 Address Space as of 2019-09-13, and the multicast blocks.

/** The space from which Internet addresses are given out. IPv6 beyond 2000::/3 is not assigned (RFC 4291). */
export const INTERNET_SPACE: Blocks = {
  ipv4: ['0.0.0.0/0'],
  ipv6: ['2000::/3'],
};

/**
 * Blocks whose addresses no Internet host sends from. The few anycast services that IANA placed inside
 * the two blocks for protocol assignments only answer, so the blocks are listed whole.
 */
export const SPECIAL_PURPOSE: Blocks = {
  ipv4: [
    '0.0.0.0/8', // this network
    '10.0.0.0/8', // private use
    '100.64.0.0/10', // shared address space (carrier-grade NAT)
    '127.0.0.0/8', // loopback
    '169.254.0.0/16', // link-local
    '172.16.0.0/12', // private use
    '192.0.0.0/24', // protocol assignments
    '192.0.2.0/24', // documentation
    '192.88.99.0/24', // 6to4 relay anycast, withdrawn
    '192.168.0.0/16', // private use
    '198.18.0.0/15', // benchmarking
    '198.51.100.0/24', // documentation
    '203.0.113.0/24', // documentation
    '224.0.0.0/4', // multicast
    '240.0.0.0/4', // reserved, limited broadcast included
  ],
  ipv6: [
    '2001::/23', // protocol assignments, Teredo and benchmarking included
    '2001:db8::/32', // documentation
    '2002::/16', // 6to4, withdrawn
    '3fff::/20', // documentation
  ],
};

/**
 * Blocks inside 2000::/3 that IANA holds back for later (registry of IPv6 global unicast assignments).
 * Leaving them out does not make a rule narrow today; letting them in counts, as they may be given out.
 */
export const RESERVED_FOR_ALLOCATION: Blocks = {
  ipv4: [],
  ipv6: ['2d00::/8', '2e00::/7', '3000::/4'],
};
