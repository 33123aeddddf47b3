/** What the prefix lists that security groups name stand for. Each list is read once in its Region. */
import { defineCollector } from '../../collect/collector.ts';
import { parseCidr } from '../../network/cidr.ts';
import type { PrefixListSource } from '../../network/security-group.ts';
import { derive, type Listing, Observed, pagesOf } from '../../observe/observed.ts';
import { type SecurityGroup, securityGroups } from './security-groups.ts';
import { DescribeManagedPrefixLists, GetManagedPrefixListEntries } from './operations.ts';

/** The largest page of both operations. */
const listsPerPage = 100;

/** A prefix list as far as it could be read. */
export interface ResolvedPrefixList {
  /** What is known of it; where something is not, one of them is of the kind `unreadable`. */
  readonly sources: readonly PrefixListSource[];
  /** Unreadable, with the reason, where not all of the list is known. */
  readonly whole: Observed<true>;
}

/** By id; every list that a security group of the Region names. */
export type PrefixLists = ReadonlyMap<string, ResolvedPrefixList>;

export const prefixLists = defineCollector({
  id: 'vpc.prefix-lists',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeManagedPrefixLists, GetManagedPrefixListEntries],
  needs: { groups: securityGroups },
  gather: async (aws, { groups }): Promise<PrefixLists> => {
    const named = namedLists(groups);
    if (named.length === 0) return new Map();
    const owners = await aws.list(
      DescribeManagedPrefixLists,
      { MaxResults: listsPerPage },
      'PrefixLists',
      (list, { must }) => ({ id: must(list, 'PrefixListId'), owner: must(list, 'OwnerId') }),
      { key: (list) => list.id },
    );
    // Without the owners a list of AWS is read like any other: its ranges are no more the Internet for that.
    const ofAws = new Map(
      owners.items.filter(({ owner }) => owner === 'AWS').map((list) => [list.id, list]),
    );
    const lists = named.map(async (id): Promise<[string, ResolvedPrefixList]> => {
      const known = ofAws.get(id);
      if (known) {
        const whole = Observed.known<true>(true, ...pagesOf(known, owners.sources));
        return [id, { sources: [{ id, kind: 'aws' }], whole }];
      }
      const entries = await aws.list(
        GetManagedPrefixListEntries,
        { PrefixListId: id, MaxResults: listsPerPage },
        'Entries',
        (entry, { must, unusable }) => {
          const cidr = must(entry, 'Cidr');
          return parseCidr(cidr) ? cidr : unusable('an entry is not a CIDR block');
        },
      );
      return [id, resolve(id, entries)];
    });
    return new Map(await Promise.all(lists));
  },
});

function namedLists(groups: Listing<SecurityGroup>): string[] {
  const ids = new Set<string>();
  for (const { ingress } of groups.items) {
    const rules = Observed.open(ingress);
    if (!rules.known) continue;
    for (const { prefixListIds } of rules.value) for (const id of prefixListIds) ids.add(id);
  }
  return [...ids].toSorted();
}

function resolve(id: string, entries: Listing<string>): ResolvedPrefixList {
  const readable: PrefixListSource = { id, kind: 'resolved', cidrs: entries.items };
  const sources: PrefixListSource[] =
    entries.gaps.length > 0 ? [readable, { id, kind: 'unreadable' }] : [readable];
  const whole = derive((read): true => {
    read.list(entries);
    return true;
  });
  return { sources, whole };
}
