/** The ways in which an identity can raise its own rights, as far as its policies could be read. */
import { ifKnown } from '../observe/if-known.ts';
import { Observed, type Read } from '../observe/observed.ts';
import type { Policy } from '../policy/document.ts';
import { type Escalation, readEscalations, type Who } from '../policy/escalation.ts';
import { readFullAdmin } from '../policy/full-admin.ts';
import type { HeldPolicy, Power } from '../policy/identity-power.ts';
import { listed } from '../policy/text.ts';

/** What was read of one identity. */
interface Powered {
  readonly who: Observed<Who>;
  readonly held: readonly Observed<readonly HeldPolicy[]>[];
  readonly boundary: Observed<Policy | null>;
}

/** What an unread policy may allow at most. */
const everything: Policy = {
  statements: [
    {
      index: 1,
      sid: undefined,
      effect: 'Allow',
      principal: undefined,
      actions: { mode: 'only', patterns: [{ text: '*', glob: '*:*' }] },
      resources: { mode: 'only', patterns: [{ text: '*', glob: '*' }] },
      conditions: [],
    },
  ],
};

/**
 * The known ways up. Throws `CannotTell` where something could not be read and it hangs on that: a way that the rest closes
 * whatever the unread part says, by a Deny or by the boundary, is closed.
 *
 * @returns `administrator` where the identity may do everything already
 */
export function waysUp(
  read: Read,
  { who, held, boundary }: Powered,
): readonly Escalation[] | 'administrator' {
  const whose = read(who);
  if (atMost(held, boundary).every((power) => readEscalations(power, whose).length === 0)) {
    // The verdict rests on all that could be read.
    for (const part of held) ifKnown(() => read(part));
    ifKnown(() => read(boundary));
    return [];
  }
  const power = { policies: held.flatMap((part) => read(part)), boundary: read(boundary) };
  return isAdministrator(power) ? 'administrator' : readEscalations(power, whose);
}

/** What the identity can be at most, for all that an unread part may say. */
function atMost(held: Powered['held'], boundary: Powered['boundary']): readonly Power[] {
  const policies = held.flatMap((part): readonly HeldPolicy[] => {
    const state = Observed.open(part);
    return state.known ? state.value : [{ name: 'what could not be read', policy: everything }];
  });
  const state = Observed.open(boundary);
  // With a boundary there is one more way: to take it off.
  const bounds = state.known ? [state.value] : [null, everything];
  return bounds.map((each) => ({ policies, boundary: each }));
}

function isAdministrator({ policies, boundary }: Power): boolean {
  const statements = policies.flatMap(({ policy }) => policy.statements);
  return isWhole({ statements }) && (boundary === null || isWhole(boundary));
}

function isWhole(policy: Policy): boolean {
  return readFullAdmin(policy).verdict === 'admin';
}

const MOST = 5;

/** The ways in words, the first few of them. */
export function escalationText(ways: readonly Escalation[]): readonly string[] {
  const shown = ways.slice(0, MOST).map(({ path: { gains, steps }, by }) => {
    const actions = steps.map(({ action }) => action).join(' and ');
    return `${gains}: ${actions}, by ${listed(by)}`;
  });
  const more = ways.length - MOST;
  return more > 0 ? [...shown, `and ${more} more ways`] : shown;
}
