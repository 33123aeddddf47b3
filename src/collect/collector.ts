/**
 * A collector reads one kind of thing from AWS and keeps what the checks need of it. It declares the operations that it
 * sends; a derived collector sends none and reasons over others. Collectors are the only code that touches AWS.
 */
import type { Aws } from '../aws/reads.ts';
import type { AnyOperation } from '../aws/operation.ts';
import { notRead } from './all-regions.ts';
import { any, type Condition } from '../observe/logic.ts';
import type { Observed, Cause, Listed, Read, Source } from '../observe/observed.ts';
import type { KindId, ServiceId } from '../responsibilities/index.ts';
import type { RecordedType } from './recorded-types.ts';

/** Something that is judged: a resource of the account, or the account itself. */
export interface Resource extends Listed {
  readonly arn: string;
  /** CloudFormation type name; `AWS::::Account` for settings of the account. */
  readonly type: string;
  readonly name: string;
  /** `global` for services without regions. */
  readonly region: string;
  /** Set where AWS or the organisation manages the resource: no check judges it. Decided once, here. */
  readonly managed?: { readonly by: 'aws' | 'organization'; readonly reason: string };
  /**
   * What tells that the resource is there to be judged, and whose it is, where that is a value of its own. While it is
   * unreadable, every check says so.
   */
  readonly judgedIf?: Observed<unknown>;
  /** The service of the responsibility matrix, where it is not the collector's own (Aurora clusters, for one). */
  readonly service?: ServiceId;
  /** Where the kind moves the split of responsibilities (RDS Custom, for one). */
  readonly variant?: KindId;
}

export type Scope = 'global' | 'regional';

/** What was gathered, for those that need it. Asking for what was not planned is a fault of the program. */
export interface Gathered {
  get<T>(collector: Collector<T>, region: string): T;
  /** The results in the Regions of the scan. */
  everyRegion<T>(collector: Collector<T>): ReadonlyMap<string, T>;
  /** Unreadable where the account has, or may have, a Region that was not read. */
  readonly allRegions: Observed<true>;
  /** What AWS said of a resource that was deleted after it was listed; undefined of all that is there. By ARN. */
  gone(arn: string): Cause | undefined;
  /** The Regions in which the collector was left out, each with the calls by whose answers it was. */
  leftOut(collector: Collector<unknown>): ReadonlyMap<string, readonly Source[]>;
}

export interface Collector<out T> {
  /** `<service>.<what>` */
  readonly id: string;
  readonly service: ServiceId;
  readonly scope: Scope;
  readonly calls: readonly AnyOperation[];
  readonly needs: Needs;
  /** Types of AWS Config; see `defineCollector`. */
  readonly recordedAs: readonly RecordedType[];
  gather(aws: Aws, gathered: Gathered): Promise<T>;
}

/** A regional collector, for a question about the whole account. */
export interface EveryRegion<out T> {
  readonly everyRegion: Collector<T>;
}

/**
 * Asks for a regional collector's results in every Region, to answer what is so anywhere in the account. What is handed
 * over answers that question and no other, so that nobody takes the Regions of the scan for those of the account.
 */
export function everyRegion<T>(collector: Collector<T>): EveryRegion<T> {
  return { everyRegion: collector };
}

/** What a regional collector gave, as an answer for the whole account. */
export interface Anywhere<out T> {
  /**
   * Whether it is so in some Region. One where it is decides. That it is so nowhere rests on every Region that the
   * account has: a scan of fewer cannot tell.
   */
  some(read: Read, is: (result: T, region: string) => boolean): boolean;
}

/** A regional collector, for collectors that join what the Regions of the scan have. */
export interface ScannedRegions<out T> {
  readonly scannedRegions: Collector<T>;
}

/** Asks for a regional collector's results in each Region of the scan, by Region. They say nothing of the others. */
export function scannedRegions<T>(collector: Collector<T>): ScannedRegions<T> {
  return { scannedRegions: collector };
}

/** What a check may need. */
export type CheckNeed = Collector<unknown> | EveryRegion<unknown>;
export type CheckNeeds = Readonly<Record<string, CheckNeed>>;

/** What a collector may need. */
export type Need = CheckNeed | ScannedRegions<unknown>;
export type Needs = Readonly<Record<string, Need>>;

/** The collector that a need names. */
export function collectorOf(need: Need): Collector<unknown> {
  if ('everyRegion' in need) return need.everyRegion;
  return 'scannedRegions' in need ? need.scannedRegions : need;
}

/** The collectors that needs name. */
export function collectorsOf(needs: Needs): readonly Collector<unknown>[] {
  return Object.values(needs).map(collectorOf);
}

/** The needs with their results in place of the collectors. */
export type Given<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends EveryRegion<infer T>
    ? Anywhere<T>
    : N[K] extends ScannedRegions<infer T>
      ? ReadonlyMap<string, T>
      : N[K] extends Collector<infer T>
        ? T
        : never;
};

interface CollectorSpec<T, N extends Needs> {
  readonly id: string;
  readonly service: ServiceId;
  readonly scope: Scope;
  /** Every operation that `gather` may send. What is not listed is refused. */
  readonly calls: readonly AnyOperation[];
  readonly needs?: N;
  /**
   * The types as which AWS Config records all that the list may hold. Where Config counts none of them in a Region in which
   * nothing is deployed, a scan of the active Regions does not ask for the list. Left out of what Config does not record, of
   * what every Region has by itself, and of settings of the account: that is asked for everywhere.
   */
  readonly recordedAs?: readonly RecordedType[];
  gather(aws: Aws, given: Given<N>): Promise<T> | T;
}

/** Declares a collector. */
export function defineCollector<T, const N extends Needs = Record<never, never>>(
  spec: CollectorSpec<T, N>,
): Collector<T> {
  const { needs } = spec;
  return {
    id: spec.id,
    service: spec.service,
    scope: spec.scope,
    calls: spec.calls,
    needs: needs ?? {},
    recordedAs: spec.recordedAs ?? [],
    gather: async (aws, gathered) => {
      // Without needs N is empty, and so is what is given.
      const given = resolveNeeds<N>(needs, gathered, aws.region);
      return spec.gather(aws, given);
    },
  };
}

/** Looks up what was declared: nothing else is handed over. */
export function resolveNeeds<N extends Needs>(
  needs: N | undefined,
  gathered: Gathered,
  region: string,
): Given<N> {
  const given = Object.fromEntries(
    Object.entries(needs ?? {}).map(([name, need]) => [name, resolveNeed(need, gathered, region)]),
  );
  if (!isGiven<N>(needs, given)) throw new Error('a declared need was not gathered');
  return given;
}

function resolveNeed(need: Need, gathered: Gathered, region: string): unknown {
  if ('everyRegion' in need) {
    const { everyRegion: collector } = need;
    const leftOut = [...gathered.leftOut(collector).keys()];
    const { allRegions } = gathered;
    return anywhereOf(
      gathered.everyRegion(collector),
      leftOut.length === 0 ? allRegions : notRead(allRegions, `not active: ${leftOut.join(', ')}`),
    );
  }
  if ('scannedRegions' in need) return gathered.everyRegion(need.scannedRegions);
  return gathered.get(need, need.scope === 'global' ? 'global' : region);
}

/** @param allRegions unreadable where there may be Regions beside those of the results */
export function anywhereOf<T>(
  results: ReadonlyMap<string, T>,
  allRegions: Observed<true>,
): Anywhere<T> {
  const isIn = (is: (result: T, region: string) => boolean) =>
    [...results].map(
      ([region, result]): Condition =>
        () =>
          is(result, region),
    );
  return { some: (read, is) => any(...isIn(is), () => !read(allRegions)) };
}

/** Each name of `needs` has a value, and `Gathered` hands out no value of another collector's type. */
function isGiven<N extends Needs>(
  needs: N | undefined,
  given: Record<string, unknown>,
): given is Record<string, unknown> & Given<N> {
  return Object.keys(needs ?? {}).every((name) => given[name] !== undefined);
}
