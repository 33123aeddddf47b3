import type { PrincipalSet } from './document.ts';
import { hasWildcard } from './match.ts';

/**
 * Tells whether the principal of an Allow takes in everyone: `*` in any spelling and type, an ARN whose account is a
 * wildcard, or `NotPrincipal`, which allows everyone but those it names (AWS docs, IAM user guide, "AWS JSON policy
 * elements: Principal" and "NotPrincipal").
 */
export function allowsEveryone(set: PrincipalSet): boolean {
  if (set.mode === 'except') return true;
  return set.principals.some(({ type, value }) =>
    type === 'AWS' ? hasWildcard(value) && accountOf(value) === undefined : hasWildcard(value),
  );
}

/**
 * Tells whether the principal of a Deny reaches everyone, or everyone but principals that are named one by one.
 */
export function deniesPublic(set: PrincipalSet): boolean {
  if (set.mode === 'except') {
    return set.principals.every(({ value }) => !hasWildcard(value));
  }
  return set.principals.some(({ type, value }) => type === 'AWS' && value === '*');
}

/**
 * The account of a principal of type AWS, written as an account id or as an ARN; undefined for `*`, for unique ids of
 * deleted principals and for ARNs without an account of twelve digits.
 */
export function accountOf(value: string): string | undefined {
  if (/^\d{12}$/.test(value)) return value;
  const parts = value.split(':');
  const account = parts[4];
  if (parts[0] !== 'arn' || account === undefined || !/^\d{12}$/.test(account)) return undefined;
  return hasWildcard(parts.slice(0, 4).join(':')) ? undefined : account;
}
