/** Whose the other accounts are that a policy lets in: trusted by the owner, of the organisation, or neither. */
import { ifKnown } from '../observe/if-known.ts';
import type { Observed, Read } from '../observe/observed.ts';

/** Something of a policy that lets in other accounts. */
interface LetsIn {
  /** The accounts that it names; empty where it lets in whoever comes. */
  readonly accounts: readonly string[];
}

/** Those that let in anybody but accounts that the owner trusts. What is open to everyone stays. */
export function withoutTrusted<T extends LetsIn>(
  all: readonly T[],
  trusted: readonly string[],
): readonly T[] {
  return all.filter(
    ({ accounts }) => accounts.length === 0 || accounts.some((id) => !trusted.includes(id)),
  );
}

/** What is known of the organisation that the account is in. */
interface Known {
  /** The ids of its accounts, or in a word why they cannot be seen from here. */
  readonly siblings: Observed<readonly string[] | string>;
  /** Null for an account that is in none. A member is told who manages it, and nobody else. */
  readonly joined: Observed<{ readonly managementAccount: string } | null>;
}

/**
 * What to add to a reason that names accounts: whether they are of the organisation. Nothing where nobody is named, or
 * where this account cannot see the organisation's accounts; a member sees one of them.
 */
export function whoseAccounts(
  read: Read,
  { siblings, joined }: Known,
  accounts: readonly string[],
): string {
  if (accounts.length === 0) return '';
  const known = ifKnown(() => read(siblings));
  if (!known || typeof known === 'string') {
    const management = ifKnown(() => read(joined))?.managementAccount;
    if (management === undefined || !accounts.includes(management)) return '';
    const whose = 'the management account of this organization';
    return accounts.length === 1 ? `, ${whose}` : `, one of them ${whose}`;
  }
  const inside = accounts.filter((id) => known.includes(id)).length;
  if (inside === accounts.length) return ', of this organization';
  if (inside === 0) return ', outside this organization';
  return `, ${inside} of them of this organization`;
}
