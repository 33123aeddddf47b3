/** A check: one object that says what it is, what it needs, and a pure function that judges one resource. */
import type { CheckNeeds, Collector, Given, Resource } from '../collect/collector.ts';
import type { ControlIds, ControlLink, Controls } from '../frameworks/index.ts';
import type { ItemRule } from './items.ts';
import type { Judgement, World } from './judgement.ts';
import type { Parameter, SetParameters, Values } from './parameter.ts';
import type { Verdict } from './verdict.ts';
import type { Listing, Read } from '../observe/observed.ts';
import type { Graded, Severity } from './terms.ts';
import type { Remedy } from './remedy.ts';
import type { ResponsibilityId } from '../responsibilities/index.ts';

/** What `evaluate` is handed beside the resource: the needs that were declared, and nothing else. */
export type Context<N extends CheckNeeds, P> = Given<N> & {
  readonly read: Read;
  readonly params: Values<P>;
  /** When the scan began: the clock of every age. */
  readonly now: Date;
  readonly account: string;
  readonly partition: string;
  /** The regions of the scan. */
  readonly regions: readonly string[];
};

export type { Remedy } from './remedy.ts';

interface Declared {
  /** `<service>-<subject>`; the file is checks/<service>/<subject>.ts. Never reused once published. */
  readonly id: string;
  readonly responsibility: ResponsibilityId;
  readonly why: string;
  readonly fix: string;
  /** The AWS page behind the rule. */
  readonly link: string;
  /** The same fix step by step, for the page of the check. */
  readonly remedy?: Remedy;
}

/** Severity as AWS grades its own control, or another one and why. */
export type DeclaredSeverity = Severity | Graded;

export interface CheckSpec<R extends Resource, N extends CheckNeeds, P> extends Declared {
  /** What holds when the check passes; made from the parameters where it names one of their values. */
  readonly title: string | ((params: Values<NoInfer<P>>) => string);
  readonly severity: DeclaredSeverity;
  /** The controls that it serves, and how what it asks for stands to what each of them asks for. */
  readonly controls: Controls<Partial<Values<NoInfer<P>>>>;
  /** The collector whose resources are judged, one by one. */
  readonly evaluates: Collector<Listing<R>>;
  /** What else the judgement may look at. */
  readonly needs?: N;
  /** Defaults of what users may set with `--set <check>.<parameter>=<value>`. */
  readonly params?: P;
  /** What each parameter means, in half a sentence. */
  readonly meanings?: { readonly [K in keyof NoInfer<P>]: string };
  /** What an item of each parameter that is a list may be; of one that is not named here, any text. */
  readonly items?: { readonly [K in keyof NoInfer<P>]?: ItemRule };
  evaluate(resource: R, context: Context<N, P>): Verdict;
}

/** What every check is to those that print it. */
export interface CheckInfo extends Declared {
  /** What holds when the check passes, with the default parameters. */
  readonly title: string;
  readonly severity: Severity;
  /** Why it is not the severity that AWS gives its own control. */
  readonly severityReason?: string;
  /** The ids of `links`, by framework. */
  readonly controls: ControlIds;
  readonly links: readonly ControlLink[];
}

/** What the loop over resources needs of a declaration. */
export type JudgedSpec<R extends Resource, N extends CheckNeeds, P> = Omit<
  CheckSpec<R, N, P>,
  'severity'
> & { readonly severity: Severity };

/** A check as the engine sees it, whatever it judges. */
export interface Check extends CheckInfo {
  /** The service of its responsibility. */
  readonly service: string;
  readonly evaluates: Collector<Listing<Resource>>;
  readonly needs: CheckNeeds;
  readonly params: Readonly<Record<string, Parameter>>;
  /** The title with the values in use. */
  titleWith(set: SetParameters | undefined): string;
  /** Of each parameter, by name. */
  readonly meanings: Readonly<Record<string, string>>;
  /** What an item of a parameter that is a list may be, by name. */
  readonly items: Readonly<Record<string, ItemRule | undefined>>;
  /** It is of a folder of the user (`--checks-dir`), and not of srm-scan. */
  readonly custom?: true;
  /** One judgement for each resource, as it is made, and one for each list that is empty or could not be read. */
  judge(world: World): Iterable<Judgement>;
}

/** A check with the types of its declaration, for its test. */
export interface DefinedCheck<R extends Resource, N extends CheckNeeds, P> extends Check {
  readonly spec: JudgedSpec<R, N, P>;
}
