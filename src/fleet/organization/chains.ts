/** Which policies are in force for which accounts: those of the root, of each unit on the way, and of the account itself. */
import type { OrganizationReading, ReadPolicy, ReadUnit, Told, Untold } from './reading.ts';
import { ifTold, read } from './told.ts';

/** The root, a unit, or an account, with what is attached right there. */
export interface Level {
  readonly name: string;
  readonly scps: readonly ReadPolicy[];
  readonly rcps: readonly ReadPolicy[];
}

/** Accounts for which the same policies are in force. */
export interface Chain {
  /** `Root / workloads / production`. */
  readonly under: string;
  readonly accounts: readonly string[];
  /** From the root down. */
  readonly levels: readonly Level[];
  readonly isManagement: boolean;
}

export interface Chains {
  /** Id of the organisation. */
  readonly organization: string;
  readonly known: readonly Chain[];
  /** Why accounts may be missing in it. */
  readonly gaps: readonly Untold[];
}

type Facts = Pick<OrganizationReading, 'organization' | 'units' | 'scps' | 'rcps' | 'policyTypes'>;

/** Untold where not even one account is known with all that is in force for it. */
export function chainsOf(facts: Facts): Told<Chains> {
  return ifTold(() => {
    const { id: organization, managementAccount } = read(facts.organization);
    const units = new Map(read(facts.units).map((unit) => [unit.id, unit]));
    const types = read(facts.policyTypes);
    const scps = attachments(types.includes('SERVICE_CONTROL_POLICY') ? read(facts.scps) : []);
    const rcps = attachments(types.includes('RESOURCE_CONTROL_POLICY') ? read(facts.rcps) : []);
    const at = (id: string, name: string): Level => ({
      name,
      scps: scps.get(id) ?? [],
      rcps: rcps.get(id) ?? [],
    });
    const known: Chain[] = [];
    const gaps: Untold[] = [];
    for (const unit of units.values()) {
      if (!('value' in unit.accounts)) {
        gaps.push(unit.accounts);
        continue;
      }
      const way = wayTo(unit, units);
      const above = way.map(({ id, name }) => at(id, name));
      const under = way.map(({ name }) => name).join(' / ');
      known.push(...chainsIn(unit.accounts.value, { under, above, at, managementAccount }));
    }
    return { organization, known, gaps };
  });
}

interface Place {
  readonly under: string;
  readonly above: readonly Level[];
  at(id: string, name: string): Level;
  readonly managementAccount: string;
}

/** The accounts of a unit. Those that have nothing but FullAWSAccess of their own are alike. */
function chainsIn(accounts: readonly string[], place: Place): readonly Chain[] {
  const alike = new Map<string, { readonly own: Level; readonly accounts: string[] }>();
  for (const account of accounts) {
    const own = place.at(account, 'the account');
    const isManagement = account === place.managementAccount;
    const ids = [...own.scps, ...own.rcps].map(({ id }) => id);
    const key = JSON.stringify([isManagement, ids.toSorted()]);
    const group = alike.get(key) ?? { own, accounts: [] };
    alike.set(key, group);
    group.accounts.push(account);
  }
  return [...alike.values()].map(({ own, accounts: of }) => ({
    under: place.under,
    accounts: of.toSorted(),
    levels: [...place.above, own],
    isManagement: of[0] === place.managementAccount,
  }));
}

/** From the root to the unit. */
function wayTo(unit: ReadUnit, units: ReadonlyMap<string, ReadUnit>): readonly ReadUnit[] {
  const way: ReadUnit[] = [];
  for (let at: ReadUnit | undefined = unit; at !== undefined && !way.includes(at);) {
    way.unshift(at);
    at = at.parent === null ? undefined : units.get(at.parent);
  }
  return way;
}

/** What is attached to each target. */
function attachments(policies: readonly ReadPolicy[]): ReadonlyMap<string, readonly ReadPolicy[]> {
  const of = new Map<string, ReadPolicy[]>();
  for (const policy of policies) {
    for (const target of read(policy.targets)) {
      const there = of.get(target) ?? [];
      of.set(target, there);
      there.push(policy);
    }
  }
  return of;
}
