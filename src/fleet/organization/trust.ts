/**
 * Which accounts let in which, by what the scan of each read of its policies, held against the accounts that the organisation
 * has. Where these could not be read whole, nothing is said: an account that is merely unknown is no stranger.
 */
import { listOf } from '../../text/list-of.ts';
import type { AccountSummary } from '../summary.ts';
import type { LetInRow, OrganizationJudgement } from './model.ts';
import type { OrganizationReading } from './reading.ts';
import { ifTold, read } from './told.ts';
import { fail, judged, type Line, notApplicable, pass, unknown, type Verdict } from './verdict.ts';

/** Resources that are named of an account that is let in. */
const mostNamed = 20;
/** Accounts that a reason names. */
const mostReasons = 20;

/** What the scans told, added up. */
export interface Trust {
  add(account: string, letIn: AccountSummary['letIn']): void;
  /** Each account that is let in, by id. */
  readonly letIn: ReadonlyMap<string, Omit<LetInRow, 'account' | 'whose'>>;
  /** Scanned accounts that told of none, or not of all, of their policies. */
  readonly unread: readonly string[];
  /** Whether any scan was asked for such policies. */
  readonly isAsked: boolean;
}

export function createTrust(): Trust {
  const found = new Map<string, { by: string[]; count: number; resources: string[] }>();
  const unread: string[] = [];
  let isAsked = false;
  return {
    add: (owner, letIn) => {
      isAsked ||= letIn !== undefined;
      if (letIn === undefined || letIn.unread > 0 || letIn.further > 0) unread.push(owner);
      for (const { account, count, resources } of letIn?.accounts ?? []) {
        const of = found.get(account) ?? { by: [], count: 0, resources: [] };
        found.set(account, of);
        of.by.push(owner);
        of.count += count;
        of.resources.push(...resources);
      }
    },
    letIn: found,
    unread,
    get isAsked() {
      return isAsked;
    },
  };
}

/** What is known of accounts beside the organisation's own word. */
export interface Surroundings {
  readonly trust: Trust;
  /** Those that are closed, being closed or suspended, as far as they are known. */
  readonly closed: ReadonlySet<string>;
  /** Those that were left out, of which it is not known whether they are closed, or were never activated. */
  readonly leftOut: ReadonlySet<string>;
  /** Those that could not be scanned. */
  readonly unscanned: readonly string[];
}

/** Undefined where no scan was asked for it; without rows where the organisation's accounts are not known. */
export function judgeTrust(
  reading: OrganizationReading,
  surroundings: Surroundings,
): { readonly rows: readonly LetInRow[]; readonly judgements: readonly OrganizationJudgement[] } {
  if (!surroundings.trust.isAsked) return { rows: [], judgements: [] };
  const told = ifTold(() => rowsOf(reading, surroundings));
  const rows = () => read(told);
  return {
    rows: 'value' in told ? told.value : [],
    judgements: [
      judged(closedLine, () => judgeClosed(rows(), surroundings)),
      judged(outsideLine, () => judgeOutside(rows(), surroundings)),
    ],
  };
}

const order = ['closed', 'left-out', 'outside', 'organization'] as const;

function rowsOf(
  reading: OrganizationReading,
  { trust, closed, leftOut }: Surroundings,
): readonly LetInRow[] {
  const active = new Set(read(reading.units).flatMap(({ accounts }) => read(accounts)));
  const whose = (account: string): LetInRow['whose'] => {
    if (closed.has(account)) return 'closed';
    if (leftOut.has(account)) return 'left-out';
    return active.has(account) ? 'organization' : 'outside';
  };
  return [...trust.letIn]
    .map(([account, { by, count, resources }]) => ({
      account,
      whose: whose(account),
      by: by.toSorted(),
      count,
      resources: resources.toSorted().slice(0, mostNamed),
    }))
    .toSorted(
      (one, other) =>
        order.indexOf(one.whose) - order.indexOf(other.whose) ||
        other.by.length - one.by.length ||
        (one.account < other.account ? -1 : 1),
    );
}

const closedLine: Line = {
  id: 'organization-trust-closed-accounts',
  title: 'No account lets in an account that the organisation has closed',
  severity: 'medium',
  cure: 'Take the closed account out of the policies that fleet.json names (organization.letIn).',
};

function judgeClosed(rows: readonly LetInRow[], surroundings: Surroundings): Verdict {
  const found = rows.filter(({ whose }) => whose === 'closed');
  if (found.length > 0) {
    const reasons = reasonsOf(found, 'is closed or suspended');
    return { ...fail(...reasons), accounts: ownersOf(found) };
  }
  const perhaps = rows.filter(({ whose }) => whose === 'left-out');
  if (perhaps.length > 0) {
    const what = 'was left out, and whether it was closed or never activated was not kept';
    const verdict = unknown(
      'Begin a new run: it keeps the state of the accounts that it leaves out.',
      ...reasonsOf(perhaps, what),
    );
    return { ...verdict, accounts: ownersOf(perhaps) };
  }
  if (surroundings.closed.size === 0 && surroundings.leftOut.size === 0)
    return notApplicable('no account that was asked for is closed');
  return unreadOf(surroundings) ?? pass('no policy that was read names a closed account');
}

const outsideLine: Line = {
  id: 'organization-trust-outside-accounts',
  title: 'Accounts let in accounts of the organisation alone',
  severity: 'low',
  cure: 'See whether each is meant to come in, and take the others out of the policies that fleet.json names (organization.letIn).',
};

/** Partners come in this way, and some services of AWS: whether they are meant to is for a person to say. */
function judgeOutside(rows: readonly LetInRow[], surroundings: Surroundings): Verdict {
  const found = rows.filter(({ whose }) => whose === 'outside');
  if (found.length === 0) {
    return (
      unreadOf(surroundings) ?? pass('no policy that was read names an account of somebody else')
    );
  }
  const reasons = reasonsOf(found, 'is no active account of this organisation');
  return { outcome: 'manual', reasons, accounts: ownersOf(found) };
}

function reasonsOf(rows: readonly LetInRow[], what: string): readonly string[] {
  const rest = rows.length - mostReasons;
  return [
    ...rows.slice(0, mostReasons).map(({ account, by, count }) => {
      const some = by.length > 5 ? `${by.length} accounts` : listOf(by);
      return `account ${account} ${what}; ${some} let it in, by ${count} ${count === 1 ? 'policy' : 'policies'}`;
    }),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

function ownersOf(rows: readonly LetInRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ by }) => by))].toSorted();
}

/** That nothing was found rests on every policy of every account. */
function unreadOf({ trust, unscanned }: Surroundings): Verdict | undefined {
  const accounts = [...new Set([...trust.unread, ...unscanned])].toSorted();
  if (accounts.length === 0) return undefined;
  const cure =
    'Let the scans of these accounts read what their reports name as gaps, in every Region and of every service.';
  const verdict = unknown(cure, `policies of ${accounts.length} accounts were not all read`);
  return { ...verdict, accounts };
}
