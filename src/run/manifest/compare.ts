/** What a replay found, beside what the scan had found: same rules, same findings, or what differs. */
import type { Material } from '../../report/model.ts';
import type { JudgedCheck, Manifest } from './shape.ts';

/** Each list is empty where nothing differs. */
export interface Difference {
  /** The engine's code is another, so every check may judge otherwise; null where one of the two is not known. */
  readonly engine: boolean | null;
  readonly rules: {
    /** Checks whose code is another. */
    readonly changed: readonly string[];
    /** Checks that only one of the two has judged. */
    readonly onlyThen: readonly string[];
    readonly onlyNow: readonly string[];
    /** Checks whose code is not known to one of the two. */
    readonly unknown: readonly string[];
  };
  readonly parameters: readonly ParameterDifference[];
  /** Of the configuration nothing is told here: what it comes to are checks and parameters. */
  readonly materials: readonly MaterialDifference[];
  /** Checks that both judged, and whose findings differ. */
  readonly findings: readonly FindingsDifference[];
  /** Findings of the checks that both judged and agree on. */
  readonly agreed: number;
}

export interface ParameterDifference {
  readonly check: string;
  readonly parameter: string;
  /** JSON; null for the default. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface MaterialDifference {
  readonly kind: Material['kind'];
  /** Null for none. */
  readonly before: Material | null;
  readonly after: Material | null;
}

export interface FindingsDifference {
  readonly check: string;
  /** How many there were, and are. */
  readonly before: number;
  readonly after: number;
}

/** @param then of the scan @param now of the replay */
export function compareManifests(then: Manifest, now: Manifest): Difference {
  const before = new Map(then.checks.map((check) => [check.id, check]));
  const after = new Map(now.checks.map((check) => [check.id, check]));
  const both = then.checks.flatMap((one): [JudgedCheck, JudgedCheck][] => {
    const other = after.get(one.id);
    return other ? [[one, other]] : [];
  });
  const differ = both.filter(([one, other]) => one.verdicts !== other.verdicts);
  const same = both.filter(([one, other]) => one.verdicts === other.verdicts);
  return {
    engine:
      then.rules.engine === null || now.rules.engine === null
        ? null
        : then.rules.engine !== now.rules.engine,
    rules: {
      changed: both.filter(([one, other]) => isOther(one.rule, other.rule)).map(([{ id }]) => id),
      onlyThen: then.checks.filter(({ id }) => !after.has(id)).map(({ id }) => id),
      onlyNow: now.checks.filter(({ id }) => !before.has(id)).map(({ id }) => id),
      unknown: both
        .filter(([one, other]) => one.rule === null || other.rule === null)
        .map(([{ id }]) => id),
    },
    parameters: parameterDifferences(then, now),
    materials: materialDifferences(then, now),
    findings: differ.map(([one, other]) => ({
      check: one.id,
      before: one.findings,
      after: other.findings,
    })),
    agreed: same.reduce((sum, [, { findings }]) => sum + findings, 0),
  };
}

/** Whether all of it is the same, and known to be. */
export function isSame({ engine, rules, parameters, materials, findings }: Difference): boolean {
  const lists = [...Object.values(rules), parameters, materials, findings];
  return engine === false && lists.every(isEmpty);
}

function isEmpty(list: readonly unknown[]): boolean {
  return list.length === 0;
}

function isOther(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function parameterDifferences(then: Manifest, now: Manifest): readonly ParameterDifference[] {
  const [before, after] = [then, now].map(({ parameters }) => settingsOf(parameters.set));
  const names = new Map([...(before ?? []), ...(after ?? [])]);
  return [...names].flatMap(([name, { check, parameter }]) => {
    const one = before?.get(name)?.value ?? null;
    const other = after?.get(name)?.value ?? null;
    return one === other ? [] : [{ check, parameter, before: one, after: other }];
  });
}

function materialDifferences(then: Manifest, now: Manifest): readonly MaterialDifference[] {
  const kinds = ['mute', 'attest'] as const;
  return kinds.flatMap((kind) => {
    const [before = null, after = null] = [then, now].map(({ materials = [] }) =>
      materials.find((each) => each.kind === kind),
    );
    return before?.sha256 === after?.sha256 ? [] : [{ kind, before, after }];
  });
}

function settingsOf(set: Manifest['parameters']['set']) {
  return new Map(
    set.map(({ check, parameter, value }) => [
      `${check}.${parameter}`,
      { check, parameter, value: JSON.stringify(value) },
    ]),
  );
}
