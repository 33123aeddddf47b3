import { LIMITING_KEYS } from './condition-keys.ts';
import { demandedKeys, needsKey, readLimits } from './conditions.ts';
import { leftByAccount } from './account-denies.ts';
import { denialBy, type Left, publicDenies } from './denies.ts';
import type { Condition, Policy, PrincipalSet, Statement } from './document.ts';
import { fixedness } from './fixed-values.ts';
import { accountOf, allowsEveryone } from './principals.ts';
import { listed, statementLabel } from './text.ts';
import { type Work, workUpTo } from './work.ts';

/** A statement that gives principals outside the account some of the actions asked for. */
export interface ExternalGrant {
  readonly index: number;
  readonly sid: string | undefined;
  /** Those of the actions asked for that it gives, as they were asked for. */
  readonly actions: readonly string[];
  /** The other accounts it names, sorted; empty when it is open or pinned to no account. */
  readonly accounts: readonly string[];
  readonly reason: string;
}

/**
 * Finds the Allow statements of a resource policy that give a principal of another account, or `*`, one of the given
 * actions (Security Hub S3.6). `*` stays within the account when a condition pins the caller's account to it. Of everyone,
 * Denies take what they do for `readPublicAccess`; of an account, what they take from every caller there. AWS service
 * principals are not other accounts.
 *
 * @param actions names such as `s3:PutBucketPolicy`
 */
export function readExternalGrants(
  policy: Policy,
  context: { readonly account: string; readonly actions: readonly string[] },
  work: Work = workUpTo(),
): readonly ExternalGrant[] {
  const ofPublic = denialBy(publicDenies(policy, 'bucket'), work);
  const leftTo = leftByAccount(policy, work);
  const givenBy = (left: Left) =>
    context.actions.filter((action) => left.has(action.toLowerCase()));
  return policy.statements.flatMap((statement) => {
    const { index, sid } = statement;
    const reached = reachedBy(statement);
    if (reached === undefined) return [];
    const given = new Map<string, Omit<ExternalGrant, 'reason'>>();
    const add = (actions: readonly string[], accounts: readonly string[]) => {
      if (actions.length === 0) return;
      const key = actions.join();
      const before = given.get(key)?.accounts ?? [];
      given.set(key, { index, sid, actions, accounts: [...before, ...accounts] });
    };
    const leftToAccount = leftTo(statement);
    if (reached.everyone) add(givenBy(ofPublic.of(statement)), []);
    else {
      for (const account of reached.accounts)
        if (account !== context.account) add(givenBy(leftToAccount(account)), [account]);
    }
    const limits = readLimits(statement.conditions, 'bucket');
    const limited = limits.limited ? ` limited by ${listed(limits.keys)}` : '';
    return [...given.values()].map((grant) => {
      const whom = reached.everyone ? `everyone${limited}` : `account ${listed(grant.accounts)}`;
      const reason = `${statementLabel(statement)} allows ${listed(grant.actions)} to ${whom}`;
      return { ...grant, reason };
    });
  });
}

/**
 * The accounts that the Allow statements of a resource policy let in to anything, sorted, and without the policy's own: those that
 * they name, and for `*` those that a condition pins the caller to. Whoever comes without being named is in none of them, as
 * where everyone of an organisation may. What Denies take from an account altogether counts for nothing.
 */
export function accountsLetIn(
  policy: Policy,
  account: string,
  work: Work = workUpTo(),
): readonly string[] {
  const leftTo = leftByAccount(policy, work);
  const found = policy.statements.flatMap((statement) => {
    const accounts = reachedBy(statement)?.accounts.filter((id) => id !== account) ?? [];
    if (accounts.length === 0) return [];
    const leftToAccount = leftTo(statement);
    return accounts.filter((id) => {
      const { actions } = leftToAccount(id);
      return actions.mode === 'except' || actions.patterns.length > 0;
    });
  });
  return [...new Set(found)].toSorted();
}

/**
 * Whether an Allow names somebody by a canonical user id, which does not tell the account that it stands for: Amazon S3 user
 * guide, "Principals for bucket policies".
 */
export function letsInByCanonicalId({ statements }: Policy): boolean {
  return statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal?.mode === 'only' &&
      principal.principals.some(({ type }) => type === 'CanonicalUser'),
  );
}

/** Whom an Allow reaches before any Deny: everyone, unless a condition pins them, and the accounts that are named either way. */
function reachedBy(
  statement: Statement,
): { readonly everyone: boolean; readonly accounts: readonly string[] } | undefined {
  const { effect, principal } = statement;
  if (effect !== 'Allow' || principal === undefined) return undefined;
  const named = principal.mode === 'only' ? namedAccounts(principal) : [];
  const pinned = allowsEveryone(principal) ? pinnedAccounts(statement) : undefined;
  const everyone = allowsEveryone(principal) && pinned === undefined;
  return { everyone, accounts: [...new Set(pinned ?? named)].toSorted() };
}

function namedAccounts({ principals }: PrincipalSet): readonly string[] {
  return principals
    .filter(({ type }) => type === 'AWS')
    .flatMap(({ value }) => accountOf(value) ?? []);
}

/** The accounts that the conditions of a statement pin callers to; undefined when they pin them to none. */
function pinnedAccounts(statement: Statement): readonly string[] | undefined {
  const demanded = demandedKeys(statement.conditions);
  const pins = statement.conditions
    .filter((condition) => needsKey(condition, demanded))
    .flatMap((condition) => {
      const accounts = accountsIn(condition);
      return accounts === undefined ? [] : [accounts];
    });
  const [first, ...rest] = pins;
  if (first === undefined) return undefined;
  return rest
    .map((pin) => new Set(pin))
    .reduce((common, pin) => common.filter((id) => pin.has(id)), first);
}

function accountsIn(condition: Condition): readonly string[] | undefined {
  const key = LIMITING_KEYS.get(condition.key);
  if (key === undefined || !key.namesAccount) return undefined;
  if (fixedness(key.shape, condition.operator.base, condition.values, 's3') === 'no')
    return undefined;
  const accounts = condition.values.flatMap((value) => accountOf(value) ?? []);
  return accounts.length === condition.values.length ? accounts : undefined;
}
