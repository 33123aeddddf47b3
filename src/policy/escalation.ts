/** Whether an identity can raise its own rights by what its policies let it do. */
import { coversEvery, setCovers } from './coverage.ts';
import { escalationPaths } from './escalation-paths.ts';
import type { EscalationPath, Step, Target } from './escalation-terms.ts';
import {
  anyResource,
  everyResourceOf,
  type Grade,
  indexStatements,
  may,
  type Place,
  type Power,
  type Wanted,
  weakest,
} from './identity-power.ts';

/** Whose power it is. */
export interface Who {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly partition: string;
  /** ARNs of the groups that a user is in; of a group its own. */
  readonly groups: readonly string[];
  /** ARNs of the customer managed policies that it holds, by itself or through a group. */
  readonly policies: readonly string[];
}

/** A way that is open. */
export interface Escalation {
  readonly path: EscalationPath;
  /** `conditional`: only while a condition holds that restrains who or how. */
  readonly grade: Exclude<Grade, 'not-allowed'>;
  /** Names of the policies that allow its steps. */
  readonly by: readonly string[];
}

const index = indexStatements(
  escalationPaths.flatMap(({ steps }) => steps.map(({ action }) => action.toLowerCase())),
);

/** The known ways in which an identity can raise its own rights. None where it cannot by any of them. */
export function readEscalations(power: Power, who: Who): readonly Escalation[] {
  const allowed = new Set(power.policies.flatMap(({ policy }) => [...index.allowedBy(policy)]));
  return escalationPaths
    .filter(
      (path) =>
        concerns(path, power, who) &&
        path.steps.every(({ action }) => allowed.has(action.toLowerCase())),
    )
    .flatMap((path) => {
      const granted = path.steps.map((step) => may(power, wantedBy(step, who), index));
      const grade = weakest(granted.map((each) => each.grade));
      if (grade === 'not-allowed') return [];
      return [{ path, grade, by: [...new Set(granted.flatMap(({ by }) => by))] }];
    });
}

function concerns({ of, ofBounded }: EscalationPath, { boundary }: Power, { kind }: Who): boolean {
  if (ofBounded && boundary === null) return false;
  return of === undefined || (of === 'role') === (kind === 'role');
}

function wantedBy({ action, on, to, kind }: Step, who: Who): Wanted {
  const username = who.kind === 'user' ? who.name : '?*';
  return {
    action: action.toLowerCase(),
    places: placesOf(on, action, kind, who),
    // Of a group any member's; a role has none.
    ...(who.kind === 'role' ? {} : { username }),
    ...(to === undefined ? {} : { passedTo: to }),
  };
}

function placesOf(
  on: Target,
  action: string,
  kind: string | undefined,
  who: Who,
): readonly Place[] {
  const { account, partition } = who;
  const inIam = (rest: string) => `arn:${partition}:iam::${account}:${rest}`;
  const every = (service: string, rest: string, target: string): Place => ({
    reaches: (resources) =>
      everyResourceOf(resources, (glob) => coversEvery(glob, service, rest, account)),
    target,
  });
  const everyInIam = (rest: string) => every('iam', rest, inIam(rest));
  // What a group may do to its members, each of them may do to itself.
  const itself = who.kind === 'group' ? inIam('user/?*') : who.arn;
  switch (on) {
    case 'any':
      return [{ reaches: anyResource, target: '*' }];
    case 'itself':
      return [exactly(itself)];
    case 'its groups':
      return who.groups.map(exactly);
    case 'its policies':
      return [...who.policies.map(exactly), everyInIam('policy/?*')];
    case 'every user':
      return [{ ...everyInIam('user/?*'), own: itself }];
    case 'every group':
      return [everyInIam('group/?*')];
    case 'every role':
      return [everyInIam('role/?*')];
    case 'every one': {
      const rest = kind ?? '?*';
      // Session Manager and Run Command speak of instances, whose ARNs are those of EC2.
      const service = action.startsWith('ssm:') ? 'ec2' : action.slice(0, action.indexOf(':'));
      return [every(service, rest, `arn:${partition}:${service}:*:${account}:${rest}`)];
    }
  }
}

function exactly(arn: string): Place {
  return { reaches: (resources) => setCovers(resources, arn), target: arn };
}
