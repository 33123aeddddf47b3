import { asksForKey, demandedKeys } from './conditions.ts';
import type { Condition } from './document.ts';
import { comparesLiterally } from './operators.ts';
import { sharedIssuer, withoutSlashes } from './oidc-issuers.ts';
import type { TenantClaim } from './oidc-issuers.ts';
import { hasWildcard } from './match.ts';
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
 * repository of GitHub; the audience is the same for everybody there. Negated operators do not count; `...IfExists` and
 * `ForAllValues:` are also true for a token without the claim, and count where every token has it.
 */
export function federatedReader(
  conditions: readonly Condition[],
): (principal: string) => FederatedReading {
  const demanded = demandedKeys(conditions);
  const pins = new Map<string, Condition[]>();
  for (const condition of conditions) {
    if (!OPERATORS.has(condition.operator.base)) continue;
    const key = claimKey(condition.key);
    const ofKey = pins.get(key);
    if (ofKey) ofKey.push(condition);
    else pins.set(key, [condition]);
  }
  const pinned = new Map<string, boolean>();
  return (principal) => {
    if (principal.includes(':saml-provider/')) return { kind: 'saml', text: 'a SAML provider' };
    const url = issuerUrl(principal);
    const issuer = sharedIssuer(url);
    if (issuer === undefined) return { kind: 'own', text: `the issuer ${shortName(url)}` };
    // An issuer may be named a hundred times, and its claim a thousand: their product must not count.
    const name = url.toLowerCase();
    const named =
      pinned.get(name) ??
      issuer.claims.some((claim) => namesTenant(claim, name, { pins, demanded }));
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

/** A condition key in one spelling: some issuers end in a slash, which their keys then have in front of the colon. */
function claimKey(key: string): string {
  const colon = key.lastIndexOf(':');
  return colon < 0 ? key : `${withoutSlashes(key.slice(0, colon))}${key.slice(colon)}`;
}

function issuerUrl(value: string): string {
  const marker = ':oidc-provider/';
  const at = value.indexOf(marker);
  const url = at < 0 ? value : value.slice(at + marker.length);
  return withoutSlashes(url.replace(/^https:\/\//i, ''));
}

interface Asked {
  /** Conditions with positive operators, by key. */
  readonly pins: ReadonlyMap<string, readonly Condition[]>;
  /** Keys that a `Null` condition demands. */
  readonly demanded: ReadonlySet<string>;
}

function namesTenant(claim: TenantClaim, url: string, { pins, demanded }: Asked): boolean {
  const key = claim.claim.includes(':') ? claim.claim : `${url}:${claim.claim}`;
  return (pins.get(key) ?? []).some((condition) => {
    const { operator, values } = condition;
    if (claim.optional === true && !asksForKey(condition, demanded)) return false;
    const isOne = comparesLiterally(operator.base) ? isThatTenant : isOneTenant;
    return values.length > 0 && values.every((value) => isOne(claim, value));
  });
}

/** Whether a text that is compared letter by letter can only be the claim of one tenant, or of none. */
function isThatTenant(claim: TenantClaim, value: string): boolean {
  if (!hasWildcard(value) || value.includes('${')) return isOneTenant(claim, value);
  return claim.shaped !== true || NO_NAME.test(value) || isOneTenant(claim, value);
}

// A name of an owner or a repository holds no asterisk, where the name of an environment may.
const NO_NAME = /(?:^|:)(?:repo|repository|repository_owner|enterprise)(?:_id)?:[^:]*[*?]/;

function isOneTenant({ tenant, shaped }: TenantClaim, value: string): boolean {
  if (value === '' || value.includes('${')) return false;
  const literal = value.split(/[*?]/, 1)[0] ?? '';
  const whole = literal === value;
  if (whole && shaped !== true) return true;
  if (tenant === undefined) return false;
  // `repository_owner:acme` in front of a wildcard may be the beginning of a longer name.
  const match = tenant.exec(literal);
  return match !== null && (whole || !atOpenEnd(match, literal));
}

function atOpenEnd(match: RegExpExecArray, literal: string): boolean {
  return match.index + match[0].length === literal.length && !/[:/@]$/.test(match[0]);
}
