import { LIMITING_KEYS } from './condition-keys.ts';
import { demandedKeys, needsKey, readLimits } from './conditions.ts';
import { denialBy, publicDenies } from './denies.ts';
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
 * actions (Security Hub S3.6). `*` stays within the account when a condition pins the caller's account to it. Denies
 * count as for `readPublicAccess`; AWS service principals are not other accounts.
 *
 * @param actions names such as `s3:PutBucketPolicy`
 */
export function readExternalGrants(
  policy: Policy,
  context: { readonly account: string; readonly actions: readonly string[] },
  work: Work = workUpTo(),
): readonly ExternalGrant[] {
  const denial = denialBy(publicDenies(policy, 'bucket'), work);
  return policy.statements.flatMap((statement) => {
    if (statement.effect !== 'Allow' || statement.principal === undefined) return [];
    const pinned = pinnedAccounts(statement);
    const named = namedAccounts(statement.principal);
    const open = allowsEveryone(statement.principal) && pinned === undefined;
    const reached = allowsEveryone(statement.principal) ? (pinned ?? []) : named;
    const accounts = [...new Set(reached)].filter((id) => id !== context.account).toSorted();
    if (!open && accounts.length === 0) return [];
    const left = denial.of(statement);
    const given = context.actions.filter((action) => left.has(action.toLowerCase()));
    if (given.length === 0) return [];
    const limits = readLimits(statement.conditions, 'bucket');
    const limited = limits.limited ? ` limited by ${listed(limits.keys)}` : '';
    const whom = open ? `everyone${limited}` : `account ${listed(accounts)}`;
    return [
      {
        index: statement.index,
        sid: statement.sid,
        actions: given,
        accounts,
        reason: `${statementLabel(statement)} allows ${listed(given)} to ${whom}`,
      },
    ];
  });
}

/**
 * The accounts that the Allow statements of a resource policy let in to anything, sorted, and without the policy's own: those that
 * they name, and for `*` those that a condition pins the caller to. Whoever comes without being named is in none of them, as
 * where everyone of an organisation may. What Denies take away altogether counts for nothing.
 */
export function accountsLetIn(
  policy: Policy,
  account: string,
  work: Work = workUpTo(),
): readonly string[] {
  const denial = denialBy(publicDenies(policy, 'bucket'), work);
  const found = policy.statements.flatMap((statement) => {
    if (statement.effect !== 'Allow' || statement.principal?.mode !== 'only') return [];
    const { actions } = denial.of(statement);
    if (actions.mode === 'only' && actions.patterns.length === 0) return [];
    return allowsEveryone(statement.principal)
      ? (pinnedAccounts(statement) ?? [])
      : namedAccounts(statement.principal);
  });
  return [...new Set(found)].filter((id) => id !== account).toSorted();
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
