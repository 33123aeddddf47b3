/**
 * The table test of a check. It demands at least one pass, one fail and one unknown, so that every check has shown what
 * it does when AWS says no.
 */
import { describe, expect, it } from 'vitest';
import type { DefinedCheck } from '../judge/check.ts';
import type { Parameter, Values } from '../judge/parameter.ts';
import type { CheckNeeds, Given, Resource } from '../collect/collector.ts';
import type { Read } from '../observe/observed.ts';
import { judgeOne } from '../judge/judge.ts';
import type { Judgement } from '../judge/judgement.ts';
import type { Outcome, Severity } from '../judge/terms.ts';

export interface Case<R, N extends CheckNeeds, P> {
  /** A sentence; rows of the semantics begin with their id. */
  readonly name: string;
  readonly resource: R;
  /** What the check's needs give, by name. Left out where the check needs nothing. */
  readonly given?: Given<N>;
  readonly params?: Partial<Values<P>>;
  /** Texts that must be found among the reasons. */
  readonly reasons?: readonly (string | RegExp)[];
  readonly severity?: Severity;
  readonly latent?: boolean;
  /** Regions of the scan; eu-west-1 unless it says otherwise. */
  readonly regions?: readonly string[];
}

export type Cases<C> = Common<C> & (Passing<C> | NeverPassing<C>);

interface Passing<C> {
  readonly pass: readonly [C, ...C[]];
  readonly manual?: readonly C[];
}

/** A check of which no API can tell that it passes: a person has to. */
interface NeverPassing<C> {
  readonly pass: 'never';
  readonly manual: readonly [C, ...C[]];
}

interface Common<C> {
  readonly fail: readonly [C, ...C[]];
  readonly unknown: readonly [C, ...C[]];
  readonly 'not-applicable'?: readonly C[];
  readonly 'out-of-scope'?: readonly C[];
}

/** The clock of every check test. */
export const now = new Date('2026-11-22T12:00:00Z');
export const account = '111122223333';

/** What each case of a table comes to, by check: the pages of checks show it. */
export const tables = new Map<string, (() => Told)[]>();

type Told = Pick<Judgement, 'outcome' | 'severity' | 'latent' | 'reasons'> & {
  readonly name: string;
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
};

export function testCheck<
  R extends Resource,
  N extends CheckNeeds,
  P extends Readonly<Record<string, Parameter>>,
>(check: DefinedCheck<R, N, P>, cases: Cases<Case<R, N, P>>): void {
  const table: readonly (readonly [Outcome, readonly Case<R, N, P>[]])[] = [
    ['pass', cases.pass === 'never' ? [] : cases.pass],
    ['fail', cases.fail],
    ['unknown', cases.unknown],
    ['not-applicable', cases['not-applicable'] ?? []],
    ['manual', cases.manual ?? []],
    ['out-of-scope', cases['out-of-scope'] ?? []],
  ];
  const told = table.flatMap(([, each]) =>
    each.map((one) => () => {
      const { name, resource, params } = one;
      return { ...judge(check, one), name, type: resource.type, params: { ...params } };
    }),
  );
  tables.set(check.id, [...(tables.get(check.id) ?? []), ...told]);
  describe(check.id, () => {
    for (const [outcome, each] of table) runAll(check, outcome, each);
  });
}

function runAll<
  R extends Resource,
  N extends CheckNeeds,
  P extends Readonly<Record<string, Parameter>>,
>(check: DefinedCheck<R, N, P>, outcome: Outcome, cases: readonly Case<R, N, P>[]): void {
  for (const each of cases) {
    it(`${outcome}: ${each.name}`, () => {
      const judgement = judge(check, each);
      expect(judgement, judgement.reasons.join('; ')).toMatchObject({ outcome });
      for (const reason of each.reasons ?? []) {
        expect(judgement.reasons.join('\n')).toMatch(reason);
      }
      expect(judgement.reasons.length, 'a verdict gives its reasons').toBeGreaterThan(0);
      if (each.severity) expect(judgement.severity).toBe(each.severity);
      if (each.latent !== undefined) expect(judgement.latent).toBe(each.latent);
    });
  }
}

/** Judges one case as the engine does. */
export function judge<
  R extends Resource,
  N extends CheckNeeds,
  P extends Readonly<Record<string, Parameter>>,
>(check: DefinedCheck<R, N, P>, each: Case<R, N, P>) {
  const { spec } = check;
  const given = each.given ?? {};
  if (!isWhole<Given<N>>(given, spec.needs)) throw new Error(`${check.id}: the case lacks a need`);
  const params = { ...spec.params, ...each.params };
  if (!isWhole<Values<P>>(params, spec.params))
    throw new Error(`${check.id}: the case lacks a parameter`);
  const regions = each.regions ?? ['eu-west-1'];
  const world = { now, account, partition: 'aws', regions, params };
  const bind = (read: Read) => ({ ...given, read, ...world });
  const told = { fault: () => undefined, spoil: () => undefined };
  return judgeOne(spec, each.resource, bind, [], told);
}

function isWhole<W extends object>(some: object, names: object | undefined): some is W {
  return Object.keys(names ?? {}).every((name) => name in some);
}
