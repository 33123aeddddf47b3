/**
 * Who uses a security group, and how the Internet gets there. Interfaces tell of instances, load balancers, functions,
 * databases and tasks alike.
 */
import { defineCollector } from '../../collect/collector.ts';
import { type PerResource, settingsFrom } from '../../collect/per-resource.ts';
import { type Cause, derive, Observed, pagesOf } from '../../observe/observed.ts';
import type { Traffic } from '../../network/network-acl.ts';
import type { GroupUse } from '../../reasoning/exposure/group-exposure.ts';
import {
  type InternetWay,
  internetWay,
  type NetworkEdge,
} from '../../reasoning/exposure/internet-way.ts';
import { networkAcls } from './network-acls.ts';
import { type NetworkInterface, networkInterfaces } from './network-interfaces.ts';
import { routeTables } from './route-tables.ts';
import { type SecurityGroup, securityGroups } from './security-groups.ts';
import { gatewayBlock } from './vpc-block-public-access.ts';

export const securityGroupUse = defineCollector({
  id: 'vpc.security-group-use',
  service: 'vpc',
  scope: 'regional',
  calls: [],
  needs: {
    groups: securityGroups,
    interfaces: networkInterfaces,
    tables: routeTables,
    acls: networkAcls,
    block: gatewayBlock,
  },
  gather: (_aws, { groups, interfaces, ...edge }): PerResource<GroupUse> => {
    const wayTo = waysBy(edge);
    // Others may use a group where the list of interfaces has gaps.
    const whole: GroupUse['whole'] =
      interfaces.gaps.length > 0
        ? Observed.unreadable(...interfaces.gaps)
        : Observed.knownBy<true>(interfaces.sources, true);
    const users = usersOf(interfaces.items);
    const referrers = referrersOf(groups.items);
    const unread = [...groups.gaps, ...groups.items.flatMap(({ ingress }) => causesOf(ingress))];
    const useOf = ({ groupId }: SecurityGroup): Observed<GroupUse> => {
      const found = users.get(groupId);
      const referring = referrers.get(groupId) ?? [];
      if (found) {
        const shown = found.flatMap((each) => pagesOf(each, interfaces.sources));
        const use = { interfaces: found, whole, referredToBy: referring, wayTo };
        return Observed.known(use, ...shown);
      }
      // Only whole lists show that nothing uses the group, and that no other group names it.
      if (interfaces.gaps.length > 0) return Observed.unreadable(...interfaces.gaps);
      if (referring.length === 0 && unread.length > 0) return Observed.unreadable(...unread);
      const use = { interfaces: [], whole, referredToBy: referring, wayTo };
      return Observed.known(use, ...interfaces.sources, ...groups.sources);
    };
    return settingsFrom(groups.items, useOf);
  },
});

/** Finds the way of traffic to interfaces, once for each subnet and all traffic that is asked for. */
function waysBy(edge: NetworkEdge): GroupUse['wayTo'] {
  const known = new Map<string, Observed<InternetWay>>();
  return ({ vpcId, subnetId: observed }, traffic) =>
    derive((read) => {
      const subnetId = read(observed);
      const key = [subnetId, ...traffic.map(keyOf)].join(' ');
      const way =
        known.get(key) ??
        derive((ofEdge) => internetWay({ subnetId, vpcId }, traffic, edge, ofEdge));
      known.set(key, way);
      return read(way);
    });
}

function keyOf({ family, protocol, ports }: Traffic): string {
  return [family, protocol, ports.from, ports.to].join(':');
}

function causesOf(observed: Observed<unknown>): readonly Cause[] {
  const state = Observed.open(observed);
  return state.known ? [] : state.causes;
}

function usersOf(interfaces: readonly NetworkInterface[]): Map<string, NetworkInterface[]> {
  const users = new Map<string, NetworkInterface[]>();
  for (const each of interfaces) for (const id of each.groupIds) add(users, id, each);
  return users;
}

function referrersOf(groups: readonly SecurityGroup[]): Map<string, string[]> {
  const referrers = new Map<string, string[]>();
  for (const { groupId, ingress } of groups) {
    const rules = Observed.open(ingress);
    if (!rules.known) continue;
    for (const id of new Set(rules.value.flatMap((rule) => rule.groups))) {
      if (id !== groupId) add(referrers, id, groupId);
    }
  }
  return referrers;
}

function add<T>(lists: Map<string, T[]>, id: string, item: T): void {
  const list = lists.get(id);
  if (list) list.push(item);
  else lists.set(id, [item]);
}
