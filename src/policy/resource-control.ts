/**
 * What the resource control policies of an organisation keep from the resources of its members (AWS Organizations user guide,
 * "RCP evaluation" and "RCP syntax"): a Deny at any level takes an action away, for everybody, whoever asks. Only AWS's own
 * policy allows, and it allows everything, so what is not denied is left.
 */
import {
  type ControlPolicy,
  type Held,
  isOfEveryResource,
  sparedBy,
  strongest,
} from './control-policies.ts';
import { setTouches } from './coverage.ts';
import type { Condition, Statement } from './document.ts';
import { deniesPublic } from './principals.ts';
import { listed, shortName, statementLabel } from './text.ts';

/** Requests that a policy may be meant for. */
export type Requests =
  /** Of principals of any other organisation, or of none; those that nobody signed among them. */
  | { readonly kind: 'outside'; readonly organization: string }
  /** Over plain HTTP. */
  | { readonly kind: 'plain-http' };

/**
 * Reads whether the policies deny an action to all such requests. What could not be read decides nothing, and hides nothing
 * that was.
 *
 * @param action one name, such as `s3:GetObject`
 * @param policies all that are in force for an account, without AWS's own
 */
export function readResourceControl(
  action: string,
  policies: readonly ControlPolicy[],
  requests: Requests,
): Held {
  const name = action.toLowerCase();
  return strongest(
    policies.flatMap(({ name: called, policy }): readonly Held[] => {
      if (policy === undefined)
        return [{ state: 'unread', reasons: [`${shortName(called)} could not be read`] }];
      return policy.statements
        .filter(({ effect, actions }) => effect === 'Deny' && setTouches(actions, name))
        .flatMap((each) =>
          denialBy(each, `${shortName(called)}, ${statementLabel(each)}`, requests),
        );
    }),
  );
}

function denialBy(statement: Statement, label: string, requests: Requests): readonly Held[] {
  const read = statement.conditions.map((condition) => ({
    key: condition.key,
    bearing: bearingOf(condition, requests),
  }));
  // Such a Deny is about other requests.
  if (read.some(({ bearing }) => bearing === 'never')) return [];
  const { principal } = statement;
  if (principal?.mode !== 'only' || !deniesPublic(principal)) {
    return [{ state: 'in-part', reasons: [`${label} denies it to some principals alone`] }];
  }
  if (!isOfEveryResource(statement)) {
    return [{ state: 'in-part', reasons: [`${label} denies it on some resources alone`] }];
  }
  const other = read.find(({ bearing }) => bearing === undefined);
  if (other !== undefined) {
    const reason = `${label} denies it while a condition on ${listed([other.key])} holds`;
    return [{ state: 'in-part', reasons: [reason] }];
  }
  const names = read.flatMap(({ bearing }) => (Array.isArray(bearing) ? bearing : []));
  return [
    names.length === 0
      ? { state: 'denied', reasons: [`${label} denies it`] }
      : { state: 'denied-but-for', reasons: [`${label} denies it to all but ${listed(names)}`] },
  ];
}

/**
 * Whether a condition holds for the requests: for all but those that are named, which may be none, or `never`. Undefined where it
 * hangs on more than is known of them.
 */
function bearingOf(
  condition: Condition,
  requests: Requests,
): readonly string[] | 'never' | undefined {
  const { key, operator, values } = condition;
  const { base, quantifier, ifExists } = operator;
  if (quantifier !== 'none' || values.length === 0) return undefined;
  const isBool = (word: string) =>
    base === 'bool' && values.every((value) => value.toLowerCase() === word);
  switch (key) {
    // "AWS global condition context keys": always in the request.
    case 'aws:securetransport':
      if (requests.kind === 'plain-http' && isBool('false')) return [];
      return requests.kind === 'plain-http' && isBool('true') ? 'never' : undefined;
    // In each request that is signed: without IfExists a Deny leaves out those that are not.
    case 'aws:principalisawsservice':
      if (isBool('false') && ifExists) return ['services of AWS'];
      // A service is of no organisation, and no stranger.
      return isBool('true') && !ifExists && requests.kind === 'outside' ? 'never' : undefined;
    // Missing where the principal is of no organisation: a negated operator is true there.
    case 'aws:principalorgid': {
      if (requests.kind !== 'outside' || base !== 'stringnotequals') return undefined;
      return values.filter((id) => id !== requests.organization);
    }
    case 'aws:principalaccount':
      return base === 'stringnotequals' && values.every((id) => /^\d{12}$/.test(id))
        ? values
        : undefined;
    case 'aws:principalarn':
      // Whoever may make a role in any account can give it the name that is spared.
      return requests.kind === 'outside' &&
        !values.every((arn) => /^\d{12}$/.test(arn.split(':')[4] ?? ''))
        ? undefined
        : sparedBy(condition);
    default:
      return undefined;
  }
}
