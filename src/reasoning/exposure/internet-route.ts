/**
 * Whether the Internet has a way to a subnet: its route table leads the addresses of the Internet to an Internet
 * gateway. VPC user guide, "Enable internet access for a VPC using an internet gateway".
 */
import { lookupBy } from '../../collect/lookup.ts';
import { type Family, parseCidrs } from '../../network/cidr.ts';
import { coversInternet } from '../../network/internet.ts';
import type { Listing, Observed, Read } from '../../observe/observed.ts';

/** What a route table is associated with. */
export interface TableAssociations {
  /** The table of every subnet of the VPC that has none of its own. */
  readonly isMain: boolean;
  /** Subnets that are associated by name. */
  readonly subnetIds: readonly string[];
}

export interface Route {
  /** A CIDR block of either family, or the id of a prefix list. */
  readonly destination: string;
  readonly destinationKind: 'ipv4' | 'ipv6' | 'prefix-list';
  /** Id of what the route leads to: `igw-…`, `nat-…`, `pcx-…`, `local`, …; an ARN for a network of Cloud WAN. */
  readonly target: string;
  /** False for a blackhole: the target is gone. */
  readonly isActive: boolean;
}

export interface Table {
  readonly routeTableId: string;
  readonly vpcId: string;
  readonly associations: Observed<TableAssociations>;
  readonly routes: Observed<readonly Route[]>;
  /** Set where another account owns the VPC. */
  readonly managed?: object;
}

const tablesByVpc = lookupBy(({ vpcId }: Table) => vpcId);
/** By the subnets that are associated by name. */
const tablesBySubnet = lookupBy(({ associations }: Table, read) => read(associations).subnetIds);

/** The way of the Internet to a subnet, as far as its route table tells. */
export type InternetRoute =
  | { readonly kind: 'route'; readonly tableId: string; readonly gatewayId: string }
  | { readonly kind: 'none'; readonly tableId: string }
  /** `why` is a clause for a reason. */
  | { readonly kind: 'doubt'; readonly why: string };

/** Where something stands in a network. */
export interface NetworkPlace {
  readonly subnetId: string;
  readonly vpcId: string;
}

/** The subnet's own table, or the main table of the VPC where it has none; undefined where none is shown. */
export function tableOf(
  { subnetId, vpcId }: NetworkPlace,
  tables: Listing<Table>,
  read: Read,
): Table | undefined {
  const isMain = ({ associations }: Table) => read(associations).isMain;
  return (
    read.find(tablesBySubnet(tables, subnetId), () => true) ??
    read.find(tablesByVpc(tables, vpcId), isMain)
  );
}

/** Reads the routes of the table of a subnet. */
export function internetRoute(
  place: NetworkPlace,
  family: Family,
  tables: Listing<Table>,
  read: Read,
): InternetRoute {
  const table = tableOf(place, tables, read);
  if (!table) return { kind: 'doubt', why: 'its route table is not shown to this account' };
  const tableId = table.routeTableId;
  const routes = read(table.routes).filter(({ isActive }) => isActive);
  const toGateways = routes.filter(({ target }) => target.startsWith('igw-'));
  const [gateway] = toGateways;
  if (gateway && leadToInternet(toGateways, family)) {
    return { kind: 'route', tableId, gatewayId: gateway.target };
  }
  if (toGateways.some((route) => mayBeAnything(route))) {
    return { kind: 'doubt', why: `a route of ${tableId} cannot be understood` };
  }
  // A firewall between the subnet and the gateway, to whose endpoint the gateway's own table leads what comes in.
  const toEndpoints = routes.filter(({ target }) => target.startsWith('vpce-'));
  const [endpoint] = toEndpoints;
  if (endpoint && leadToInternet(toEndpoints, family)) {
    return {
      kind: 'doubt',
      why: `${tableId} leads to the Internet through ${endpoint.target}, and what that lets in is not read`,
    };
  }
  return { kind: 'none', tableId };
}

function leadToInternet(routes: readonly Route[], family: Family): boolean {
  const ofFamily = routes.filter(({ destinationKind }) => destinationKind === family);
  const { cidrs } = parseCidrs(ofFamily.map(({ destination }) => destination));
  return coversInternet(cidrs, family);
}

function mayBeAnything({ destination, destinationKind }: Route): boolean {
  return destinationKind === 'prefix-list' || parseCidrs([destination]).unparsable.length > 0;
}
