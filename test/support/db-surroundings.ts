/** What lies between a database and the Internet: security groups and route tables. */
import { type PerResource, settingsBy } from '../../src/collect/per-resource.ts';
import type { GroupIngress } from '../../src/reasoning/exposure/group.ts';
import type { RouteTable } from '../../src/collectors/ec2/route-tables.ts';
import type { SecurityGroup } from '../../src/collectors/ec2/security-groups.ts';
import type { IngressRule } from '../../src/network/security-group.ts';
import type { Listing, Observed } from '../../src/observe/observed.ts';
import { resourceOf, rule, securityGroup } from './ec2.ts';
import { known, listing } from './observe.ts';

export interface Groups {
  readonly groups: Listing<SecurityGroup>;
  readonly ingress: PerResource<GroupIngress>;
}

/** Security groups by id, each with its rules. */
export function groupsWith(rules: Readonly<Record<string, Observed<GroupIngress>>>): Groups {
  const made = Object.keys(rules).map((groupId) => securityGroup({ groupId }));
  const settings = made.map(({ arn, groupId }): [string, Observed<GroupIngress>] => {
    const ingress = rules[groupId];
    if (!ingress) throw new Error(`${groupId} has no rules`);
    return [arn, ingress];
  });
  return { groups: listing(...made), ingress: settingsBy(new Map(settings)) };
}

/** One rule, of which nothing is in doubt: TCP to the port of PostgreSQL unless the fields say otherwise. */
export function clearRule(fields: Partial<IngressRule>): Observed<GroupIngress> {
  const rules = [rule({ fromPort: 5432, toPort: 5432, ...fields })];
  return known({ rules, whole: known<true>(true) });
}

interface Routing {
  readonly destinations: readonly string[];
  readonly target?: string;
  readonly isActive?: boolean;
  /** The main table of the VPC, unless it names subnets. */
  readonly subnetIds?: readonly string[];
}

/** A route table of the VPC; its routes lead to an Internet gateway unless it says otherwise. */
export function routeTable(routeTableId: string, routing: Routing): RouteTable {
  const { destinations, target = 'igw-1', isActive = true, subnetIds = [] } = routing;
  return {
    ...resourceOf('route-table', 'AWS::EC2::RouteTable', routeTableId),
    routeTableId,
    vpcId: 'vpc-1',
    associations: known({ isMain: subnetIds.length === 0, subnetIds }),
    routes: known(
      destinations.map((destination) => ({
        destination,
        destinationKind: destination.includes(':') ? 'ipv6' : 'ipv4',
        target,
        isActive,
      })),
    ),
  };
}
