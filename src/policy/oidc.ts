import { demandedKeys, needsKey } from './conditions.ts';
import type { Condition } from './document.ts';
import { sharedIssuer, withoutSlashes } from './oidc-issuers.ts';
import type { TenantClaim } from './oidc-issuers.ts';
import { shortName } from './text.ts';

/** Who can come in through one federated principal of a role's trust policy. */
export interface FederatedReading {
  /** `open`: any customer of a shared issuer; `tenant`: a named tenant of one; `own`: an issuer of one customer. */
  readonly kind: 'open' | 'tenant' | 'own' | 'saml';
  /** Who that is, for a reason. */
  readonly text: string;
  /** For `open`: what is missing. */
  readonly why?: string;
}

const OPERATORS = new Set(['stringequals', 'stringequalsignorecase', 'stringlike']);

/**
 * Reads the federated principals of a statement with these conditions: a SAML provider, an OIDC provider (by ARN) or an
 * issuer built into IAM (by name). A shared issuer needs a condition on a claim that names the tenant, such as the
 * repository of GitHub; the audience is the same for everybody there. `...IfExists`, `ForAllValues:` and negated
 * operators do not count.
 */
export function federatedReader(
  conditions: readonly Condition[],
): (principal: string) => FederatedReading {
  const demanded = demandedKeys(conditions);
  const pins = new Map<string, Condition[]>();
  for (const condition of conditions) {
    if (!needsKey(condition, demanded) || !OPERATORS.has(condition.operator.base)) continue;
    const ofKey = pins.get(condition.key);
    if (ofKey) ofKey.push(condition);
    else pins.set(condition.key, [condition]);
  }
  const pinned = new Map<string, boolean>();
  return (principal) => {
    if (principal.includes(':saml-provider/')) return { kind: 'saml', text: 'a SAML provider' };
    const url = issuerUrl(principal);
    const issuer = sharedIssuer(url);
    if (issuer === undefined) return { kind: 'own', text: `the issuer ${shortName(url)}` };
    // An issuer may be named a hundred times, and its claim a thousand: their product must not count.
    const name = url.toLowerCase();
    const named = pinned.get(name) ?? issuer.claims.some((claim) => namesTenant(claim, name, pins));
    pinned.set(name, named);
    if (named) return { kind: 'tenant', text: `a named tenant of ${issuer.name}` };
    const claims = issuer.claims.map(({ claim }) => claim);
    return {
      kind: 'open',
      text: `every customer of ${issuer.name}`,
      why: `no condition pins the claim ${claims[0] ?? 'of the tenant'} to one of them`,
    };
  };
}

function issuerUrl(value: string): string {
  const marker = ':oidc-provider/';
  const at = value.indexOf(marker);
  const url = at < 0 ? value : value.slice(at + marker.length);
  return withoutSlashes(url.replace(/^https:\/\//i, ''));
}

function namesTenant(
  claim: TenantClaim,
  url: string,
  pins: ReadonlyMap<string, readonly Condition[]>,
): boolean {
  const key = claim.claim.includes(':') ? claim.claim : `${url}:${claim.claim}`;
  return (pins.get(key) ?? []).some(
    ({ values }) => values.length > 0 && values.every((value) => isOneTenant(claim, value)),
  );
}

function isOneTenant({ tenant, always }: TenantClaim, value: string): boolean {
  if (value === '' || value.includes('${')) return false;
  const literal = value.split(/[*?]/, 1)[0] ?? '';
  const whole = literal === value;
  if (whole && always !== true) return true;
  if (tenant === undefined) return false;
  // `repository_owner:acme` in front of a wildcard may be the beginning of a longer name.
  const match = tenant.exec(literal);
  return match !== null && (whole || !atOpenEnd(match, literal));
}

function atOpenEnd(match: RegExpExecArray, literal: string): boolean {
  return match.index + match[0].length === literal.length && !/[:/]$/.test(match[0]);
}
