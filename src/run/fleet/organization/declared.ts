/**
 * What the organisation sets for S3 and EC2 in its accounts. The effective policy follows from what an account inherits and has
 * of its own (AWS Organizations user guide, "Viewing effective policies"), so accounts alike in that are asked once.
 */
import type { AnyOperation } from '../../../aws/operation.ts';
import type { Reads } from '../../../aws/reads.ts';
import {
  DescribeEffectivePolicy,
  ListPolicies,
  ListTargetsForPolicy,
} from '../../../collectors/organizations/operations.ts';
import type { ReadDeclared, ReadUnit, Told, Untold } from '../../../fleet/organization/reading.ts';
import { derive, Observed } from '../../../observe/observed.ts';
import { toldOf } from './told.ts';

export const declaredCalls: readonly AnyOperation[] = [
  ListPolicies,
  ListTargetsForPolicy,
  DescribeEffectivePolicy,
];

export type DeclaredType = 'S3_POLICY' | 'DECLARATIVE_POLICY_EC2';

/** @param types the types of policies that are turned on */
export async function readDeclared(
  aws: Reads,
  type: DeclaredType,
  types: Observed<readonly string[]>,
  units: Observed<readonly ReadUnit[]>,
): Promise<Told<readonly ReadDeclared[]>> {
  const isOn = derive((read) => read(types).includes(type));
  const state = Observed.open(isOn);
  if (!state.known) return toldOf<readonly ReadDeclared[]>(Observed.unreadable(...state.causes));
  const attached = state.value ? await attachedOf(aws, type) : Observed.known(noTargets);
  const groups = Observed.open(derive((read) => alike(read(units), read(attached))));
  if (!groups.known) return toldOf<readonly ReadDeclared[]>(Observed.unreadable(...groups.causes));
  if ('cause' in groups.value) return groups.value;
  const value = await Promise.all(
    groups.value.map(async ({ accounts, inherits }): Promise<ReadDeclared> => {
      const [TargetId] = accounts;
      if (!inherits || TargetId === undefined) return { accounts, content: { value: null } };
      const content = await aws.get(
        DescribeEffectivePolicy,
        { PolicyType: type, TargetId },
        (answer, { must }) => must(must(answer, 'EffectivePolicy'), 'PolicyContent'),
        { whenAbsent: null },
      );
      return { accounts, content: toldOf(content) };
    }),
  );
  return { value };
}

/** The ids of policies, by what they are attached to. */
type Attached = ReadonlyMap<string, readonly string[]>;

const noTargets: Attached = new Map();

async function attachedOf(aws: Reads, Filter: DeclaredType): Promise<Observed<Attached>> {
  const policies = await aws.list(ListPolicies, { Filter }, 'Policies', (policy, { must }) =>
    must(policy, 'Id'),
  );
  const targets = await Promise.all(
    policies.items.map(async (PolicyId) => ({
      PolicyId,
      targets: await aws.list(ListTargetsForPolicy, { PolicyId }, 'Targets', (target, { must }) =>
        must(target, 'TargetId'),
      ),
    })),
  );
  return derive((read) => {
    read.list(policies);
    const attached = new Map<string, string[]>();
    for (const { PolicyId, targets: of } of targets) {
      for (const target of read.list(of)) {
        const there = attached.get(target) ?? [];
        attached.set(target, there);
        there.push(PolicyId);
      }
    }
    return attached;
  });
}

interface Alike {
  readonly accounts: string[];
  /** Whether anything is attached on the way to them. */
  readonly inherits: boolean;
}

/** Accounts with the same policies at the same levels; untold where the accounts of a unit are. */
function alike(units: readonly ReadUnit[], attached: Attached): readonly Alike[] | Untold {
  const above = new Map<string, readonly (readonly string[])[]>();
  const groups = new Map<string, Alike>();
  // Each unit comes behind the one that it is in.
  for (const { id, parent, accounts } of units) {
    const way = [...((parent === null ? undefined : above.get(parent)) ?? []), at(id, attached)];
    above.set(id, way);
    if (!('value' in accounts)) return accounts;
    for (const account of accounts.value) {
      const levels = [...way, at(account, attached)].filter((ids) => ids.length > 0);
      const key = JSON.stringify(levels);
      const group = groups.get(key) ?? { accounts: [], inherits: levels.length > 0 };
      groups.set(key, group);
      group.accounts.push(account);
    }
  }
  return [...groups.values()];
}

function at(id: string, attached: Attached): readonly string[] {
  return (attached.get(id) ?? []).toSorted();
}
