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

/**
 * What to add to a reason that names accounts: whether they are of the organisation. Nothing where nobody is named, or
 * where this account cannot see the organisation's accounts.
 *
 * @param siblings the ids of the organisation's accounts, or in a word why they cannot be seen from here
 */
export function whoseAccounts(
  read: Read,
  siblings: Observed<readonly string[] | string>,
  accounts: readonly string[],
): string {
  const known = ifKnown(() => read(siblings));
  if (!known || typeof known === 'string' || accounts.length === 0) return '';
  const inside = accounts.filter((id) => known.includes(id)).length;
  if (inside === accounts.length) return ', of this organization';
  if (inside === 0) return ', outside this organization';
  return `, ${inside} of them of this organization`;
}
