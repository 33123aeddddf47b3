/**
 * What the Denies of a policy take from whoever comes from one account. It is not what they take from the public: a Deny for all
 * but an organisation, a network or a few principals takes the resource from strangers, and may let in an account that is named.
 */
import { LIMITING_KEYS } from './condition-keys.ts';
import { sparesServices } from './conditions.ts';
import { bitsWhere } from './bits.ts';
import { denialBy, type Left } from './denies.ts';
import type { Condition, Policy, PrincipalSet, Statement } from './document.ts';
import { fixedness } from './fixed-values.ts';
import { negatedBase } from './operators.ts';
import { accountOf } from './principals.ts';
import type { Work } from './work.ts';

/** What an Allow leaves to an account, but for the Denies that hold for every caller there, whatever else is true of the request. */
export function leftByAccount(
  policy: Policy,
  work: Work,
): (allow: Statement) => (account: string) => Left {
  const denies = policy.statements.filter(({ effect }) => effect === 'Deny');
  const denial = denialBy(denies, work);
  const heldOf = memoized((account: string) =>
    bitsWhere(denies.length, (at) => {
      const deny = denies[at];
      return deny !== undefined && holdsFor(deny, account, work);
    }),
  );
  return (allow) => {
    const leftBy = denial.bySome(allow);
    // Most accounts have the same Denies.
    const known = new Map<string, Left>();
    return (account) => {
      const held = heldOf(account);
      const key = held.join();
      const left = known.get(key) ?? leftBy(held);
      known.set(key, left);
      return left;
    };
  };
}

function memoized<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}

function holdsFor({ principal, conditions }: Statement, account: string, work: Work): boolean {
  if (principal === undefined) return false;
  work.spend(1 + principal.principals.length);
  return (
    takesIn(principal, account) &&
    conditions.every((condition) => {
      work.spend(condition.values.length);
      return sparesServices(condition) || sparesOthers(condition, account);
    })
  );
}

function takesIn({ mode, principals }: PrincipalSet, account: string): boolean {
  const ofAws = principals.filter(({ type }) => type === 'AWS').map(({ value }) => value);
  if (mode === 'except') {
    const isSpared = (value: string) => value.includes('*') || accountOf(value) === account;
    return !ofAws.some(isSpared);
  }
  const root = /^arn:[^:]+:iam::\d{12}:root$/;
  return ofAws.some(
    (value) =>
      value === '*' || (accountOf(value) === account && (value === account || root.test(value))),
  );
}

/** Keys of the caller's own account. AWS docs, IAM user guide, "AWS global condition context keys"; AWS KMS, "Condition keys". */
const ofCaller: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'kms:calleraccount',
]);

/** Whether the condition of a Deny spares fixed accounts, and this is none of them. */
function sparesOthers({ key, operator, values }: Condition, account: string): boolean {
  const base = negatedBase(operator.base);
  const limiting = LIMITING_KEYS.get(key);
  if (base === undefined || limiting === undefined || operator.quantifier === 'any') return false;
  if (!ofCaller.has(key) || fixedness(limiting.shape, base, values, 's3') === 'no') return false;
  return values.every((value) => {
    const spared = accountOf(value);
    return spared !== undefined && spared !== account;
  });
}
