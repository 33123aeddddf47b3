import { sizeOf, union } from '../network/address-set.ts';
import { contains, parseCidr, parseCidrs } from '../network/cidr.ts';
import { lazily } from '../text/lazily.ts';
import { hasWildcard } from './match.ts';
import { comparesLiterally } from './operators.ts';
import type { ValueShape } from './condition-keys.ts';

/**
 * How firmly the values of one condition pin callers: `no`, `yes`, or `by-effect` where a wildcard stands in a place
 * that lets in no other account, though AWS's wording for buckets asks for values without wildcards.
 */
export type Fixedness = 'no' | 'by-effect' | 'yes';

const STRING_BASES = new Set(['stringequals', 'stringequalsignorecase', 'stringlike']);
const ARN_BASES = new Set(['arnequals', 'arnlike']);

// Broader ranges count as the public in AWS's rule (Amazon S3 user guide, "The meaning of public").
const WIDEST = { ipv4: 8, ipv6: 32 } as const;
const HALF_OF_IPV4 = 1n << 31n;
const uniqueLocal = lazily(() => parseCidr('fc00::/7'));

/**
 * Whose reading of a wildcard counts: `s3` takes it as one under every operator, since AWS's rule of when a bucket is
 * public asks for values without wildcards; `iam` is what happens to a request, where StringEquals compares letter by
 * letter and no caller has an asterisk in what these keys hold.
 */
export type Wildcards = 's3' | 'iam';

/**
 * Judges the values of a condition with a positive operator. Values are alternatives, so the weakest decides. A policy
 * variable such as `${aws:PrincipalAccount}` is never a fixed value.
 */
export function fixedness(
  shape: ValueShape,
  base: string,
  values: readonly string[],
  wildcards: Wildcards,
): Fixedness {
  if (values.length === 0 || values.some((value) => value === '' || value.includes('${'))) {
    return 'no';
  }
  if (shape === 'address-range') return base === 'ipaddress' ? narrowRanges(values) : 'no';
  const arnOperator = ARN_BASES.has(base);
  if (!arnOperator && !STRING_BASES.has(base)) return 'no';
  if (wildcards === 'iam' && comparesLiterally(base)) return 'yes';
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
  const { cidrs, unparsable } = parseCidrs(values);
  if (unparsable.length > 0) return 'no';
  const isWide = cidrs.some((cidr) => {
    const local = uniqueLocal();
    const isUniqueLocal = local !== undefined && contains(local, cidr);
    return cidr.prefixLength < WIDEST[cidr.family] && !isUniqueLocal;
  });
  if (isWide) return 'no';
  // Many ranges, each narrow enough, must not add up to the Internet.
  const ipv4 = union(cidrs.filter(({ family }) => family === 'ipv4'));
  return sizeOf(ipv4) >= HALF_OF_IPV4 ? 'no' : 'yes';
}

function weakest(all: readonly Fixedness[]): Fixedness {
  if (all.includes('no')) return 'no';
  return all.includes('by-effect') ? 'by-effect' : 'yes';
}
