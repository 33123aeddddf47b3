/**
 * Whether traffic of the Internet gets to a subnet: a route leads there, and neither VPC Block Public Access nor the
 * network ACL of the subnet stops it. What could not be read of the two stops nothing.
 */
import { lookupBy } from '../../collect/lookup.ts';
import { letsIn, type NetworkAclEntry, type Traffic } from '../../network/network-acl.ts';
import type { Listing, Observed, Read } from '../../observe/observed.ts';
import { attempt } from './attempt.ts';
import { type GatewayBlock, keepsOut } from './gateway-block.ts';
import {
  type InternetRoute,
  internetRoute,
  type NetworkPlace,
  type Table,
  tableOf,
} from './internet-route.ts';

/** A network ACL; `name` is its id. */
export interface Acl {
  readonly name: string;
  readonly subnetIds: Observed<readonly string[]>;
  readonly entries: Observed<readonly NetworkAclEntry[]>;
}

/** What lies between the Internet and the subnets of a Region. */
export interface NetworkEdge {
  readonly tables: Listing<Table>;
  readonly acls: Listing<Acl>;
  readonly block: Observed<GatewayBlock>;
}

/** As `InternetRoute`, where something may stop what the route would let through. */
export type InternetWay =
  | Exclude<InternetRoute, { kind: 'route' }>
  /** `unread`: what might stop it and could not be read, each with the reason. */
  | (Extract<InternetRoute, { kind: 'route' }> & { readonly unread: readonly string[] })
  /** `by` goes on after the name of what is not reached: "network ACL acl-1 lets none of it in". */
  | { readonly kind: 'stopped'; readonly by: string };

const aclsBySubnet = lookupBy(({ subnetIds }: Acl, read) => read(subnetIds));

/** @param traffic of one family; the way is open where any of it gets through */
export function internetWay(
  place: NetworkPlace,
  traffic: readonly Traffic[],
  edge: NetworkEdge,
  read: Read,
): InternetWay {
  const [{ family } = { family: 'ipv4' as const }] = traffic;
  const asked = attempt(() => internetRoute(place, family, edge.tables, read));
  if ('value' in asked && asked.value.kind === 'none') return asked.value;
  const stops = [
    attempt(() => blockOn(place, edge, read)),
    attempt(() => aclOn(place, traffic, edge, read)),
  ];
  const unread: string[] = [];
  for (const stop of stops) {
    if ('doubt' in stop) unread.push(stop.doubt);
    else if (stop.value?.isCertain === true) return { kind: 'stopped', by: stop.value.why };
    else if (stop.value) unread.push(stop.value.why);
  }
  if ('doubt' in asked) return { kind: 'doubt', why: asked.doubt };
  const { value: route } = asked;
  return route.kind === 'route' ? { ...route, unread } : route;
}

/** What stops the traffic, or may. */
interface Stop {
  readonly isCertain: boolean;
  readonly why: string;
}

/** The block of an account covers its own VPCs, and not those that another account shares with it. */
function blockOn(
  place: NetworkPlace,
  { tables, block }: NetworkEdge,
  read: Read,
): Stop | undefined {
  const table = tableOf(place, tables, read);
  if (!table || table.managed) {
    const why = 'VPC Block Public Access of the account that owns the subnet is not shown';
    return { isCertain: false, why };
  }
  return keepsOut(place, read(block), read)
    ? { isCertain: true, why: 'VPC Block Public Access keeps the Internet out' }
    : undefined;
}

function aclOn(
  { subnetId }: NetworkPlace,
  traffic: readonly Traffic[],
  { acls }: NetworkEdge,
  read: Read,
): Stop | undefined {
  const acl = read.find(aclsBySubnet(acls, subnetId), () => true);
  if (!acl) return { isCertain: false, why: 'its network ACL is not shown to this account' };
  const entries = read(acl.entries);
  const verdicts = traffic.map((each) => letsIn(entries, each));
  if (verdicts.includes(true)) return undefined;
  return verdicts.includes(undefined)
    ? { isCertain: false, why: `an entry of network ACL ${acl.name} cannot be understood` }
    : { isCertain: true, why: `network ACL ${acl.name} lets none of it in` };
}
