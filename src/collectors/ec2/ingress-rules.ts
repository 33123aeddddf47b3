/** The inbound rules of security groups with their prefix lists resolved: what src/network reasons over. */
import { defineCollector } from '../../collect/collector.ts';
import { type PerResource, settingsFrom } from '../../collect/per-resource.ts';
import type { IngressRule } from '../../network/security-group.ts';
import type { GroupIngress } from '../../reasoning/exposure/group.ts';
import { derive, type Observed } from '../../observe/observed.ts';
import { type PrefixLists, prefixLists, type ResolvedPrefixList } from './prefix-lists.ts';
import { type IngressPermission, type SecurityGroup, securityGroups } from './security-groups.ts';

export const ingressRules = defineCollector({
  id: 'vpc.ingress-rules',
  service: 'vpc',
  scope: 'regional',
  calls: [],
  needs: { groups: securityGroups, lists: prefixLists },
  gather: (_aws, { groups, lists }): PerResource<GroupIngress> =>
    settingsFrom(groups.items, (group) => ingressOf(group, lists)),
});

function ingressOf(group: SecurityGroup, lists: PrefixLists): Observed<GroupIngress> {
  return derive((read) => {
    const permissions = read(group.ingress);
    const named = listsOf(permissions, lists);
    // Receipt of the lists that the rules rest on; what could not be read of them is told by `whole`.
    for (const list of named) {
      if (list.sources.every(({ kind }) => kind !== 'unreadable')) read(list.whole);
    }
    const whole = named.length === 0 ? group.legible : wholeOf(group, named);
    return { rules: permissions.map((permission) => resolve(permission, lists)), whole };
  });
}

function wholeOf({ legible }: SecurityGroup, named: readonly ResolvedPrefixList[]): Observed<true> {
  return derive((read): true => {
    read(legible);
    for (const list of named) read(list.whole);
    return true;
  });
}

function listsOf(permissions: readonly IngressPermission[], lists: PrefixLists) {
  return permissions.flatMap(({ prefixListIds }) => prefixListIds.map((id) => listOf(id, lists)));
}

function resolve(permission: IngressPermission, lists: PrefixLists): IngressRule {
  const { prefixListIds, ...rule } = permission;
  return { ...rule, prefixLists: prefixListIds.flatMap((id) => listOf(id, lists).sources) };
}

function listOf(id: string, lists: PrefixLists) {
  const list = lists.get(id);
  if (!list) throw new Error(`nothing was asked about ${id}`);
  return list;
}
