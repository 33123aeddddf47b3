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
  const guarding = createGuarding();
  const known = 'value' in chains ? chains.value.known : [];
  const guarded = new Map(
    known.map((chain) => [
      chain,
      new Map(guards.map((guard) => [guard.id, guarding(chain, guard)] as const)),
    ]),
  );
  return {
    judgements: [
      judged(allFeatures, () =>
        read(reading.organization).hasAllFeatures
          ? pass('all features are enabled')
          : fail('consolidated billing alone is enabled: no policy can be attached'),
      ),
      judged(inForce, () => judgeInForce(reading, read(chains))),
      ...guards.map((guard) =>
        judged(guard, () =>
          judgeGuard(guard, reading, read(chains), (chain) => guarded.get(chain)?.get(guard.id)),
        ),
      ),
    ],
    bounds: known.map((chain) => boundOf(chain, guarded.get(chain))),
  };
}

const allFeatures = {
  id: 'organization-all-features',
  title: 'The organisation has all features enabled',
  severity: 'medium',
  cure: 'In the management account: AWS Organizations, Settings, Begin process to enable all features. Each account must agree.',
} as const;

const inForce = {
  id: 'organization-scp-in-force',
  title: 'Service control policies of the organisation’s own bound each member account',
  severity: 'medium',
  cure: 'Attach service control policies to the root, or to the units of these accounts, that forbid what no account should do.',
} as const;

const turnOn =
  'Turn service control policies on: AWS Organizations, Policies, Service control policies, Enable.';

/** What decides before any account is looked at. */
function withoutPolicies(
  { policyTypes, organization }: OrganizationReading,
  { known, gaps }: Chains,
): Verdict | undefined {
  if (known.every(({ isManagement }) => isManagement) && gaps.length === 0) {
    return notApplicable('the organisation has no member account');
  }
  if (!read(organization).hasAllFeatures) {
    return fail('consolidated billing alone is enabled: no policy can be attached');
  }
  if (read(policyTypes).includes('SERVICE_CONTROL_POLICY')) return undefined;
  return { ...fail('service control policies are not turned on'), cure: turnOn };
}

function judgeInForce(reading: OrganizationReading, chains: Chains): Verdict {
  const decided = withoutPolicies(reading, chains);
  if (decided) return decided;
  const members = membersOf(chains);
  const open = members.filter(({ levels }) =>
    levels.every(({ scps }) => scps.every(({ isAws }) => isAws)),
  );
  const accounts = accountsOf(open);
  if (accounts.length > 0) {
    const reason = `nothing but FullAWSAccess is in force for ${accounts.length} of ${accountsOf(members).length} member accounts: ${listOf(accounts)}`;
    return { ...fail(reason), accounts };
  }
  return (
    firstGap(chains) ??
    pass(`policies bound each of ${accountsOf(members).length} member accounts`, unbound)
  );
}

const unbound = 'no service control policy restricts the management account';

function judgeGuard(
  { actions }: Guard,
  reading: OrganizationReading,
  chains: Chains,
  guardedOf: (chain: Chain) => Guarded | undefined,
): Verdict {
  const decided = withoutPolicies(reading, chains);
  if (decided) return decided;
  const members = membersOf(chains);
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
  return firstGap(chains) ?? pass(...reasonsOf(members).slice(0, most), unbound);
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
