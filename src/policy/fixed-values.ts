import { isIP } from 'node:net';
import { hasWildcard } from './match.ts';
import type { ValueShape } from './condition-keys.ts';

/**
 * How firmly the values of one condition pin callers: `no`, `yes`, or `by-effect` where a wildcard stands in a place
 * that lets in no other account, though AWS's wording for buckets asks for values without wildcards.
 */
export type Fixedness = 'no' | 'by-effect' | 'yes';

const STRING_BASES = new Set(['stringequals', 'stringequalsignorecase', 'stringlike']);
const ARN_BASES = new Set(['arnequals', 'arnlike']);

// Broader ranges count as the public in AWS's rule (Amazon S3 user guide, "The meaning of public").
const WIDEST_IPV4 = 8;
const WIDEST_IPV6 = 32;
const HALF_OF_IPV4 = 2 ** 31;

/**
 * Judges the values of a condition with a positive operator. Values are alternatives, so the weakest decides. A
 * wildcard counts as one under every operator, also where the operator would take it literally, and a policy variable
 * such as `${aws:PrincipalAccount}` is never a fixed value.
 */
export function fixedness(shape: ValueShape, base: string, values: readonly string[]): Fixedness {
  if (values.length === 0 || values.some((value) => value === '' || value.includes('${'))) {
    return 'no';
  }
  if (shape === 'address-range') return base === 'ipaddress' ? narrowRanges(values) : 'no';
  const arnOperator = ARN_BASES.has(base);
  if (!arnOperator && !STRING_BASES.has(base)) return 'no';
  return weakest(values.map((value) => fixedValue(shape, value, arnOperator)));
}

function fixedValue(shape: ValueShape, value: string, arnOperator: boolean): Fixedness {
  if (shape === 'organization-path') return organizationPath(value);
  if (!hasWildcard(value)) return 'yes';
  if (shape === 'account-arn' || shape === 'access-point-arn') {
    const fixed = accountIsFixed(value, arnOperator);
    return fixed ? (shape === 'access-point-arn' ? 'yes' : 'by-effect') : 'no';
  }
  if (shape === 'source-arn') return sourceArn(value, arnOperator);
  if (shape === 'user-id') return /^A[A-Z0-9]{15,}:\*$/.test(value) ? 'by-effect' : 'no';
  return 'no';
}

function organizationPath(value: string): Fixedness {
  const slash = value.indexOf('/');
  const organization = slash < 0 ? value : value.slice(0, slash);
  return hasWildcard(organization) ? 'no' : 'yes';
}

/**
 * With string operators a `*` runs over colons, so one before the account could swallow the real account and find the
 * written one in a path or a name; the ARN operators compare part by part.
 */
function accountIsFixed(arn: string, arnOperator: boolean): boolean {
  const parts = arn.split(':');
  const account = parts[4];
  if (parts.length < 6 || account === undefined || !/^\d{12}$/.test(account)) return false;
  return arnOperator || !hasWildcard(parts.slice(0, 4).join(':'));
}

/** ARNs of some services carry no account (`arn:aws:s3:::name`): then the name itself must be whole. */
function sourceArn(arn: string, arnOperator: boolean): Fixedness {
  if (accountIsFixed(arn, arnOperator)) return 'by-effect';
  const parts = arn.split(':');
  if (parts.length < 6 || parts[4] !== '' || hasWildcard(parts.slice(0, 4).join(':'))) return 'no';
  const [name] = parts.slice(5).join(':').split('/', 1);
  return name === undefined || name === '' || hasWildcard(name) ? 'no' : 'by-effect';
}

function narrowRanges(values: readonly string[]): Fixedness {
  let ipv4 = 0;
  for (const value of new Set(values)) {
    const range = parseRange(value);
    if (range === undefined) return 'no';
    if (range.family === 6 && range.prefix < WIDEST_IPV6 && !range.uniqueLocal) return 'no';
    if (range.family === 4) {
      if (range.prefix < WIDEST_IPV4) return 'no';
      ipv4 += 2 ** (32 - range.prefix);
    }
  }
  // Many ranges, each narrow enough, must not add up to the Internet.
  return ipv4 >= HALF_OF_IPV4 ? 'no' : 'yes';
}

function parseRange(
  value: string,
): { family: 4 | 6; prefix: number; uniqueLocal: boolean } | undefined {
  const [address, prefix, ...more] = value.split('/');
  if (address === undefined || more.length > 0) return undefined;
  const family = isIP(address);
  if (family !== 4 && family !== 6) return undefined;
  const most = family === 4 ? 32 : 128;
  if (prefix === undefined) return { family, prefix: most, uniqueLocal: false };
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > most) return undefined;
  const uniqueLocal = family === 6 && Number(prefix) >= 7 && /^f[cd]..:/i.test(address);
  return { family, prefix: Number(prefix), uniqueLocal };
}

function weakest(all: readonly Fixedness[]): Fixedness {
  if (all.includes('no')) return 'no';
  return all.includes('by-effect') ? 'by-effect' : 'yes';
}
