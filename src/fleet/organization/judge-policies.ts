/** Whether policies bound what members may do, and what these deny. */
import { listOf } from '../../text/list-of.ts';
import type { Chain, Chains } from './chains.ts';
import { createGuarding, type Guard, type Guarded, guards } from './guards.ts';
import type { Bound, OrganizationJudgement } from './model.ts';
import type { OrganizationReading, Told } from './reading.ts';
import { read } from './told.ts';
import { fail, judged, notApplicable, pass, unknown, type Verdict } from './verdict.ts';

export interface PolicyFindings {
  readonly judgements: readonly OrganizationJudgement[];
  readonly bounds: readonly Bound[];
}

export function judgePolicies(reading: OrganizationReading, chains: Told<Chains>): PolicyFindings {
  const guarded = 'value' in chains ? guardedIn(chains.value) : new Map<Chain, ByGuard>();
  return {
    judgements: [
      judged(allFeatures, () =>
        read(reading.organization).hasAllFeatures
          ? pass('all features are enabled')
          : fail('consolidated billing alone is enabled: no policy can be attached'),
      ),
      judged(inForce.scps, () => judgeInForce('scps', reading, read(chains))),
      judged(inForce.rcps, () => judgeInForce('rcps', reading, read(chains))),
      ...guards.map((guard) =>
        judged(guard, () =>
          judgeGuard(guard, reading, read(chains), (chain) => guarded.get(chain)?.get(guard.id)),
        ),
      ),
    ],
    bounds: [...guarded].map(([chain, byGuard]) => boundOf(chain, byGuard)),
  };
}

type ByGuard = ReadonlyMap<string, Guarded>;

function guardedIn({ organization, known }: Chains): ReadonlyMap<Chain, ByGuard> {
  const guarding = createGuarding(organization);
  return new Map(
    known.map((chain) => [
      chain,
      new Map(guards.map((guard) => [guard.id, guarding(chain, guard)] as const)),
    ]),
  );
}

const allFeatures = {
  id: 'organization-all-features',
  title: 'The organisation has all features enabled',
  severity: 'medium',
  cure: 'In the management account: AWS Organizations, Settings, Begin process to enable all features. Each account must agree.',
} as const;

type Kind = Guard['by'];

const inForce = {
  scps: {
    id: 'organization-scp-in-force',
    title: 'Service control policies of the organisation’s own bound each member account',
    severity: 'medium',
    cure: 'Attach service control policies to the root, or to the units of these accounts, that forbid what no account should do.',
  },
  rcps: {
    id: 'organization-rcp-in-force',
    title: 'Resource control policies bound the resources of each member account',
    severity: 'low',
    cure: 'Attach resource control policies to the root, or to the units of these accounts, that keep strangers from what the accounts hold. Try them in one account first.',
  },
} as const;

const kinds = {
  scps: {
    type: 'SERVICE_CONTROL_POLICY',
    name: 'service control policies',
    ofAws: 'FullAWSAccess',
    unbound: 'no service control policy restricts the management account',
    turnOn:
      'Turn service control policies on: AWS Organizations, Policies, Service control policies, Enable.',
  },
  rcps: {
    type: 'RESOURCE_CONTROL_POLICY',
    name: 'resource control policies',
    ofAws: 'RCPFullAWSAccess',
    unbound: 'no resource control policy restricts the resources of the management account',
    turnOn:
      'Turn resource control policies on: AWS Organizations, Policies, Resource control policies, Enable.',
  },
} as const;

/** What decides before any account is looked at. */
function withoutPolicies(
  kind: Kind,
  { policyTypes, organization }: OrganizationReading,
  { known, gaps }: Chains,
): Verdict | undefined {
  if (known.every(({ isManagement }) => isManagement) && gaps.length === 0) {
    return notApplicable('the organisation has no member account');
  }
  if (!read(organization).hasAllFeatures) {
    return fail('consolidated billing alone is enabled: no policy can be attached');
  }
  const { type, name, turnOn } = kinds[kind];
  if (read(policyTypes).includes(type)) return undefined;
  return { ...fail(`${name} are not turned on`), cure: turnOn };
}

function judgeInForce(kind: Kind, reading: OrganizationReading, chains: Chains): Verdict {
  const decided = withoutPolicies(kind, reading, chains);
  if (decided) return decided;
  const members = membersOf(chains);
  const open = members.filter((chain) => hasNoneOf(kind, chain));
  const accounts = accountsOf(open);
  const { ofAws, unbound } = kinds[kind];
  if (accounts.length > 0) {
    const reason = `nothing but ${ofAws} is in force for ${accounts.length} of ${accountsOf(members).length} member accounts: ${listOf(accounts)}`;
    return { ...fail(reason), accounts };
  }
  return (
    firstGap(chains) ??
    pass(`policies bound each of ${accountsOf(members).length} member accounts`, unbound)
  );
}

/** Whether nothing of the organisation's own is in force there. */
function hasNoneOf(kind: Kind, { levels }: Chain): boolean {
  return levels.every((level) => level[kind].every(({ isAws }) => isAws));
}

function judgeGuard(
  { actions, by }: Guard,
  reading: OrganizationReading,
  chains: Chains,
  guardedOf: (chain: Chain) => Guarded | undefined,
): Verdict {
  const decided = withoutPolicies(by, reading, chains);
  const members = membersOf(chains);
  // That there are none is one line, and told there.
  if (by === 'rcps' && decided?.outcome === 'fail') return notApplicable(...decided.reasons);
  if (decided) return decided;
  if (by === 'rcps' && chains.gaps.length === 0 && members.every((each) => hasNoneOf(by, each)))
    return notApplicable(
      'no member account has a resource control policy of the organisation’s own',
    );
  const all = accountsOf(members).length;
  const inState = (...states: readonly Guarded['state'][]) =>
    members.filter((chain) => states.some((state) => state === guardedOf(chain)?.state));
  const reasonsOf = (of: readonly Chain[]) => [
    ...new Set(of.flatMap((chain) => guardedOf(chain)?.reasons ?? [])),
  ];
  const free = inState('not-denied');
  if (free.length > 0) {
    const accounts = accountsOf(free);
    const where = `in ${accounts.length} of ${all} member accounts: ${listOf(accounts)}`;
    return { ...fail(...reasonsOf(free).map((reason) => `${reason} ${where}`)), accounts };
  }
  const open = inState('in-part', 'unread');
  if (open.length > 0) {
    const [first = '', ...rest] = reasonsOf(open);
    const more = rest.length > 0 ? [`and ${rest.length} more reasons`] : [];
    return { ...unknown(seeWhether(actions), first, ...more), accounts: accountsOf(open) };
  }
  return firstGap(chains) ?? pass(...reasonsOf(members).slice(0, most), kinds[by].unbound);
}

/** Reasons of a pass that are told. */
const most = 5;

function seeWhether(actions: readonly string[]): string {
  return `See whether what these policies deny of ${actions.join(', ')} is enough: it hangs on more than they say.`;
}

function firstGap({ gaps: [gap] }: Chains): Verdict | undefined {
  return gap && unknown(gap.cure, gap.cause);
}

/** No service control policy restricts the management account: AWS Organizations user guide, "Service control policies". */
function membersOf({ known }: Chains): readonly Chain[] {
  return known.filter(({ isManagement }) => !isManagement);
}

function accountsOf(chains: readonly Chain[]): readonly string[] {
  return chains.flatMap(({ accounts }) => accounts).toSorted();
}

function boundOf(
  { under, accounts, levels, isManagement }: Chain,
  guarded: ReadonlyMap<string, Guarded> | undefined,
): Bound {
  const ids = (of: 'scps' | 'rcps') =>
    isManagement ? [] : [...new Set(levels.flatMap((level) => level[of].map(({ id }) => id)))];
  const states = isManagement ? [] : [...(guarded ?? [])];
  return {
    under,
    accounts,
    isManagement,
    scps: ids('scps'),
    rcps: ids('rcps'),
    guards: Object.fromEntries(states.map(([id, { state }]) => [id, state])),
  };
}
