/** The values that frameworks name where a check's defaults are others. */
import type { FrameworkId } from './catalogues.ts';
import type { ControlLink } from './links.ts';
import type { Relation, Settings } from './relation.ts';

/** What is looked at of a check. */
interface Linked {
  readonly id: string;
  readonly links: readonly ControlLink[];
  /** Its parameters and their defaults. */
  readonly params: Settings;
}

/**
 * The values that the frameworks ask for, by check: those of a control's own profile, where every one of the frameworks that
 * the check serves agrees. Where two differ, the check's defaults stand.
 */
export function profileOf(
  checks: readonly Linked[],
  frameworks: readonly FrameworkId[],
): Readonly<Record<string, Settings>> {
  const profile: Record<string, Settings> = {};
  for (const check of checks) {
    const wishes = frameworks.flatMap((framework) => wishOf(check, framework));
    const [first] = wishes;
    if (first === undefined || Object.keys(first).length === 0) continue;
    if (wishes.every((wish) => isSame(wish, first))) profile[check.id] = first;
  }
  return profile;
}

/** None where the check does not serve the framework; nothing in it where its defaults are right. */
function wishOf({ links }: Linked, framework: FrameworkId): readonly Settings[] {
  const ofFramework = links.filter((link) => link.framework === framework);
  if (ofFramework.length === 0) return [];
  return [ofFramework.find(({ at }) => at !== undefined)?.at?.values ?? {}];
}

/**
 * How the check stands to the control when it is judged with these values: the defaults, or a control's own. Of values that
 * the user chose nothing is declared, so they only support.
 */
export function relationAt(link: ControlLink, check: Linked, values: Settings = {}): Relation {
  if (isAt(link, check, values)) return link.at?.relation ?? link.relation;
  return isSame({ ...check.params, ...values }, check.params) ? link.relation : 'intersects-with';
}

/** Whether the check is judged with its defaults or with the control's own values. */
export function isAsDeclared(link: ControlLink, check: Linked, values: Settings = {}): boolean {
  return isAt(link, check, values) || isSame({ ...check.params, ...values }, check.params);
}

function isAt({ at }: ControlLink, { params }: Linked, values: Settings): boolean {
  return at !== undefined && isSame({ ...params, ...values }, { ...params, ...at.values });
}

function isSame(a: Settings, b: Settings): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => String(a[name]) === String(b[name]));
}
