/** A check: one object that says what it is, what it needs, and a pure function that judges one resource. */
import type { Collector, Given, Needs, Resource } from '../collect/collector.ts';
import type { Controls } from '../frameworks/index.ts';
import type { Judgement, World } from './judgement.ts';
import type { Parameter, Values } from './parameter.ts';
import type { Verdict } from './verdict.ts';
import type { Listing, Read } from '../observe/observed.ts';
import type { Severity } from './terms.ts';
import type { ResponsibilityId } from '../responsibilities/index.ts';

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
  /** One judgement for each resource, as it is made, and one for each list that is empty or could not be read. */
  judge(world: World): Iterable<Judgement>;
}

/** A check with the types of its declaration, for its test. */
export interface DefinedCheck<R extends Resource, N extends Needs, P> extends Check {
  readonly spec: CheckSpec<R, N, P>;
}
