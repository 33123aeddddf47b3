/** A check: one object that says what it is, what it needs, and a pure function that judges one resource. */
import type { Collector, Given, Needs, Resource } from '../collect/collector.ts';
import type { Controls } from '../frameworks/index.ts';
import { judgeAll, type Judgement, type World } from './judge.ts';
import type { Listing, Read } from '../observe/observed.ts';
import type { Severity } from '../report/model.ts';
import type { ResponsibilityId } from '../responsibilities/index.ts';

/** What a check says of one resource. Reasons are sentences without a full stop, for a reader of the report. */
export interface Verdict {
  readonly outcome: 'pass' | 'fail' | 'not-applicable' | 'manual';
  readonly reasons: readonly string[];
  /** Set where this resource's case is graver or lighter than the check's own severity. */
  readonly severity?: Severity;
  readonly latent?: true;
}

/** A parameter that users may set with `--set check.parameter=value`. */
export type Parameter = number | boolean | readonly string[];

/** `{ maxAgeDays: 90 }` says that there is a number, not that it is 90. */
export type Values<P> = {
  readonly [K in keyof P]: P[K] extends number
    ? number
    : P[K] extends boolean
      ? boolean
      : readonly string[];
};

/** What `evaluate` is handed beside the resource: the needs that were declared, and nothing else. */
export type Context<N extends Needs, P> = Given<N> & {
  readonly read: Read;
  readonly params: Values<P>;
  /** When the scan began: the clock of every age. */
  readonly now: Date;
  readonly account: string;
  readonly partition: string;
  /** The regions of the scan. */
  readonly regions: readonly string[];
};

export interface CheckInfo {
  /** `<service>-<subject>`; the file is checks/<service>/<subject>.ts. Never reused once published. */
  readonly id: string;
  /** What holds when the check passes. */
  readonly title: string;
  readonly severity: Severity;
  readonly responsibility: ResponsibilityId;
  readonly controls: Controls;
  readonly why: string;
  readonly fix: string;
  /** The AWS page behind the rule. */
  readonly link: string;
}

export interface CheckSpec<R extends Resource, N extends Needs, P> extends CheckInfo {
  /** The collector whose resources are judged, one by one. */
  readonly evaluates: Collector<Listing<R>>;
  /** What else the judgement may look at. */
  readonly needs?: N;
  /** Defaults of what users may set with `--set <check>.<parameter>=<value>`. */
  readonly params?: P;
  evaluate(resource: R, context: Context<N, P>): Verdict;
}

/** A check as the engine sees it, whatever it judges. */
export interface Check extends CheckInfo {
  /** The service of its responsibility. */
  readonly service: string;
  readonly evaluates: Collector<Listing<Resource>>;
  readonly needs: Needs;
  readonly params: Readonly<Record<string, Parameter>>;
  /** One judgement for each resource, and one for each list that is empty or could not be read. */
  judge(world: World): readonly Judgement[];
}

/** A check with the types of its declaration, for its test. */
export interface DefinedCheck<R extends Resource, N extends Needs, P> extends Check {
  readonly spec: CheckSpec<R, N, P>;
}

/** Declares a check. */
export function defineCheck<
  R extends Resource,
  N extends Needs = Record<never, never>,
  P extends Readonly<Record<string, Parameter>> = Record<never, never>,
>(spec: CheckSpec<R, N, P>): DefinedCheck<R, N, P> {
  const { id, title, severity, responsibility, controls, why, fix, link, evaluates } = spec;
  return {
    id,
    title,
    severity,
    responsibility,
    controls,
    why,
    fix,
    link,
    evaluates,
    service: responsibility.slice(0, responsibility.indexOf('.')),
    needs: spec.needs ?? {},
    params: spec.params ?? {},
    judge: (world) => judgeAll(spec, world),
    spec,
  };
}

export function pass(...reasons: readonly string[]): Verdict {
  return { outcome: 'pass', reasons };
}

export function fail(...reasons: readonly string[]): Verdict {
  return { outcome: 'fail', reasons };
}

export function notApplicable(...reasons: readonly string[]): Verdict {
  return { outcome: 'not-applicable', reasons };
}

/** What an API cannot tell and a person must. */
export function manual(...reasons: readonly string[]): Verdict {
  return { outcome: 'manual', reasons };
}
