import { readLimits } from './conditions.ts';
import { setTouches } from './coverage.ts';
import { denialBy, publicDenies } from './denies.ts';
import type { Policy, Principal, Statement } from './document.ts';
import { federatedReader } from './oidc.ts';
import { accountOf, allowsEveryone } from './principals.ts';
import { clauses, listed, shortName, statementLabel } from './text.ts';
import { type Work, workUpTo } from './work.ts';

/** A statement through which everyone can take the role. */
export interface OpenTrust {
  readonly index: number;
  readonly sid: string | undefined;
  readonly reason: string;
}

/** Who can take a role. */
export interface TrustReading {
  readonly open: boolean;
  readonly statements: readonly OpenTrust[];
  /** Account ids named as principals, sorted; the role's own account is among them if it is named. */
  readonly accounts: readonly string[];
  /** AWS services named as principals, sorted. */
  readonly services: readonly string[];
  /** What is worth knowing without being open: limits, federated principals. */
  readonly notes: readonly string[];
}

// Actions that hand out a role's credentials, by the kind of principal that can call them.
const HANDING_OUT = 'sts:assumerole*';
const WEB_IDENTITY = 'sts:assumerolewithwebidentity';

/**
 * Reads the trust policy of a role. Open to everyone is an Allow whose principal takes in everyone without a limiting
 * condition, or one that trusts an OIDC issuer shared by all customers of a vendor without pinning the tenant. Services,
 * SAML providers, OIDC issuers of one customer and named accounts are not everyone; whether a named account is
 * somebody else's is for the caller to say.
 */
export function readTrust(policy: Policy, work: Work = workUpTo()): TrustReading {
  const denial = denialBy(publicDenies(policy, 'trust'), work);
  const allows = policy.statements.filter(
    (statement) => statement.effect === 'Allow' && handsOutRole(statement),
  );
  const readings = allows
    .filter((allow) => setTouches(denial.of(allow).actions, HANDING_OUT))
    .map((allow) => ({ allow, ...readStatement(allow) }));
  const principals = allows.flatMap(({ principal }) =>
    principal?.mode === 'only' ? principal.principals : [],
  );
  const statements = readings.flatMap(({ allow, open }) =>
    open === undefined
      ? []
      : [
          {
            index: allow.index,
            sid: allow.sid,
            reason: `${statementLabel(allow)} lets ${open.who} assume the role${clauses(open.why)}`,
          },
        ],
  );
  return {
    open: statements.length > 0,
    statements,
    accounts: distinct(principals, 'AWS', accountOf),
    services: distinct(principals, 'Service', shortName),
    notes: readings.flatMap(({ allow, notes }) =>
      notes.map((note) => `${statementLabel(allow)} ${note}`),
    ),
  };
}

/** Tells whether a role belongs to an AWS service, which then owns its trust policy (IAM user guide, service-linked roles). */
export function isServiceLinkedRole(path: string): boolean {
  return path.startsWith('/aws-service-role/');
}

function handsOutRole({ actions }: Statement): boolean {
  return setTouches(actions, HANDING_OUT);
}

interface StatementTrust {
  readonly open: { readonly who: string; readonly why: readonly string[] } | undefined;
  readonly notes: readonly string[];
}

function readStatement(statement: Statement): StatementTrust {
  const { principal, actions, conditions } = statement;
  if (principal === undefined) return { open: undefined, notes: ['names no principal'] };
  const limits = readLimits(conditions, 'trust');
  if (allowsEveryone(principal)) {
    return limits.limited
      ? { open: undefined, notes: [`is limited by ${listed(limits.keys)}`] }
      : { open: { who: 'everyone', why: limits.ignored }, notes: [] };
  }
  const read = federatedReader(conditions);
  const federated = setTouches(actions, WEB_IDENTITY)
    ? principal.principals
        .filter(({ type }) => type === 'Federated')
        .map(({ value }) => read(value))
    : [];
  const open = limits.limited ? undefined : federated.find(({ kind }) => kind === 'open');
  const notes = federated
    .filter((reading) => reading !== open && reading.kind !== 'saml')
    .map(({ kind, text }) =>
      kind === 'open' ? `is limited by ${listed(limits.keys)}` : `trusts ${text}`,
    );
  if (open === undefined) return { open, notes };
  return { open: { who: open.text, why: open.why === undefined ? [] : [open.why] }, notes };
}

function distinct(
  principals: readonly Principal[],
  type: Principal['type'],
  name: (value: string) => string | undefined,
): readonly string[] {
  const names = principals
    .filter((principal) => principal.type === type)
    .flatMap(({ value }) => name(value) ?? []);
  return [...new Set(names)].toSorted();
}
