/**
 * What a collector is handed: calls whose answers are observed. Nothing that fails here throws; it becomes an
 * unreadable value or a gap in a list, with AWS's own words.
 */
import { type Cause, type Listing, Observed, type Source } from '../observe/observed.ts';
import { canonical, revive } from './evidence/canonical.ts';
import { classify, type Fault } from './faults.ts';
import type { CallLine } from '../report/model.ts';
import { callId, type Exchange, type Ledger, seal } from './evidence/ledger.ts';
import type { AnyOperation, Operation } from './operation.ts';

/** Where answers come from: the live account, or kept evidence. */
export interface Transport {
  exchange<I, O>(
    operation: Operation<I, O>,
    region: string,
    input: I,
    call: { readonly id: string },
  ): Promise<Exchange>;
  /** Waits before a call is sent again whose answer was not ready. False when there is no use in asking again. */
  again(tries: number): Promise<boolean>;
}

/** How to take members out of an answer. */
export interface Members {
  /** A member that AWS always sends. Where it is missing the answer cannot be used, and the resource not be named. */
  must<V extends object, K extends keyof V & string>(of: V, name: K): NonNullable<V[K]>;
  /** The same for one value of a resource: where the member is missing, that value alone is unreadable. */
  field<V extends object, K extends keyof V & string>(of: V, name: K): Observed<NonNullable<V[K]>>;
  /** A value reasoned from the answer; `must` and `unusable` within make it unreadable. */
  observe<T>(reason: () => T): Observed<T>;
  /** Says that the answer is there but cannot be understood. */
  unusable(why: string): never;
  /** The cause to give where a list is not whole although its call went well. */
  gap(why: string): Cause;
}

export interface GetOptions<A> {
  /** The value that stands for "there is none", where the operation declares error codes that say so. */
  readonly whenAbsent?: A;
  /** Another Region than the collector's own, such as a bucket's. */
  readonly region?: string;
}

/** The ways to ask. */
export interface Reads {
  /** Sends one call and reads its answer. */
  get<I, O extends object, T, A = never>(
    operation: Operation<I, O>,
    input: I,
    read: (answer: O, members: Members) => T,
    options?: GetOptions<A>,
  ): Promise<Observed<T | A>>;
  /** Sends the call until `done`, as services want it that prepare an answer first. The last answer counts. */
  poll<I, O extends object, T>(
    operation: Operation<I, O>,
    input: I,
    done: (answer: O) => boolean,
    read: (answer: O, members: Members) => T,
  ): Promise<Observed<T>>;
  /** Reads every page of a list. What `each` returns for an item goes into the listing. */
  list<I, O extends object, K extends keyof O & string, R>(
    operation: Operation<I, O>,
    input: I,
    items: K,
    each: (item: ItemOf<O[K]>, members: Members) => R | readonly R[],
    options?: { readonly region?: string },
  ): Promise<Listing<R>>;
}

/** Where and when a collector works. */
export interface Place {
  readonly account: string;
  readonly partition: string;
  /** The Region at hand; `global` for collectors of services without Regions. */
  readonly region: string;
  /** The Regions of the scan. */
  readonly regions: readonly string[];
  /** When the scan began: the clock of every age. */
  readonly now: Date;
  /** Every Region of the partition, and whether the account has it: read once, before the collectors. */
  readonly regionStates: Observed<readonly RegionState[]>;
}

export interface Aws extends Reads, Place {}

/** A Region of the partition and whether the account has it. */
export interface RegionState {
  readonly region: string;
  readonly enabled: boolean;
  /** As AWS names it: `opted-in`, `not-opted-in`, `ENABLING`, … */
  readonly state: string;
}

export type ItemOf<L> = NonNullable<L> extends readonly (infer E)[] ? E : never;

export interface CallerOptions {
  readonly transport: Transport;
  readonly ledger: Ledger;
  /** The Region that calls of services without Regions go to. */
  readonly homeRegion: string;
}

/** Sends calls, each of them once, and none that the one who asks did not declare. */
export interface Caller {
  /** @param region `global` for what has no Region: it is asked in the home Region */
  readsFor(
    who: { readonly id: string; readonly calls: readonly AnyOperation[] },
    region: string,
  ): Reads;
}

/** An answer that lacks a member which AWS always sends, or that makes no sense. */
class Unusable extends Error {}

type Received<O> =
  | { readonly answer: O; readonly source: Source; readonly members: Members }
  | Failed;
interface Failed {
  readonly cause: Cause;
  readonly code: string;
}

/** Pages of one list: a service that never stops handing out tokens must not hold the scan for ever. */
const mostPages = 10_000;

export function createCaller(options: CallerOptions): Caller {
  const { transport, ledger, homeRegion } = options;
  const sent = new Set<string>();

  const send = async <I, O>(
    operation: Operation<I, O>,
    place: { readonly region: string; readonly regional: boolean },
    input: I,
    done: (answer: O) => boolean,
  ): Promise<Received<O>> => {
    const { service, name } = operation;
    const text = canonical(input);
    const id = callId(service, name, place.region, text);
    if (sent.has(id)) throw new Error(`${id} was sent before; two collectors want the same call`);
    sent.add(id);

    const call = { id };
    let exchange = await transport.exchange(operation, place.region, input, call);
    for (let tries = 1; notReady(exchange, done) && (await transport.again(tries)); tries += 1) {
      exchange = await transport.exchange(operation, place.region, input, call);
    }
    const source: Source = { id, service, operation: name, ...place };
    const record = { id, service, operation: name, region: place.region, input: text, ...exchange };
    const status = statusOf(operation, exchange);
    ledger.add({ ...record, sha256: seal(exchange) }, operation, status, place.regional);
    if (exchange.answer === undefined) {
      const fault = exchange.error ?? { code: 'NoAnswer', message: 'no answer came' };
      return { code: fault.code, cause: causeOf(fault, source, operation) };
    }
    const answer = revive<O>(exchange.answer);
    const members = membersOf(source, (why) => {
      ledger.spoil(id, why);
    });
    if (done(answer)) return { answer, source, members };
    ledger.spoil(id, 'the answer was not ready in time');
    return { code: 'NotReady', cause: unusableCause('the answer was not ready in time', source) };
  };

  const readsFor: Caller['readsFor'] = (who, region) => {
    const regional = region !== 'global';
    const own = regional ? region : homeRegion;
    const declared = new Set(who.calls.map((call) => `${call.service}:${call.name}`));
    const allow = (operation: AnyOperation) => {
      const name = `${operation.service}:${operation.name}`;
      if (!declared.has(name)) throw new Error(`${who.id} sends ${name} without declaring it`);
    };

    const once = async <I, O extends object, T, A>(
      operation: Operation<I, O>,
      input: I,
      read: (answer: O, members: Members) => T,
      done: (answer: O) => boolean,
      given: GetOptions<A>,
    ): Promise<Observed<T | A>> => {
      allow(operation);
      const at = { region: given.region ?? own, regional };
      const received = await send(operation, at, input, done);
      if (!('answer' in received)) {
        const { cause, code } = received;
        if (!operation.absent?.includes(code)) return Observed.unreadable(cause);
        if (given.whenAbsent !== undefined) return Observed.known(given.whenAbsent, cause.source);
        // The code is an answer, but not to the one who asked.
        ledger.spoil(cause.source.id, cause.detail);
        return Observed.unreadable(cause);
      }
      const { answer, members } = received;
      return members.observe(() => read(answer, members));
    };

    return {
      get: (operation, input, read, given) => once(operation, input, read, () => true, given ?? {}),
      poll: (operation, input, done, read) => once(operation, input, read, done, {}),
      list: async (operation, input, items, each, given) => {
        allow(operation);
        return listPages(
          (page) => send(operation, { region: given?.region ?? own, regional }, page, () => true),
          operation,
          input,
          items,
          each,
        );
      },
    };
  };

  return { readsFor };
}

async function listPages<I, O extends object, K extends keyof O & string, R>(
  send: (input: I) => Promise<Received<O>>,
  operation: Operation<I, O>,
  input: I,
  items: K,
  each: (item: ItemOf<O[K]>, members: Members) => R | readonly R[],
): Promise<Listing<R>> {
  const found: R[] = [];
  const gaps: Cause[] = [];
  const sources: Source[] = [];
  const tokens = new Set<string>();
  let page: I | undefined = input;
  while (page !== undefined) {
    const received = await send(page);
    if (!('answer' in received)) {
      // "There is none" is a list without items.
      if (operation.absent?.includes(received.code)) sources.push(received.cause.source);
      else gaps.push(received.cause);
      break;
    }
    const { answer, source, members } = received;
    sources.push(source);
    const list = answer[items];
    if (!isListOf<ItemOf<O[K]>>(list)) {
      gaps.push(members.gap(`the answer lacks ${items}`));
      break;
    }
    for (const item of list) {
      try {
        const made = each(item, members);
        if (isMany(made)) found.push(...made);
        else found.push(made);
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
        gaps.push(members.gap(error.message));
      }
    }
    const token = operation.pages?.next(answer);
    if (!token || !operation.pages) break;
    if (tokens.has(token) || tokens.size >= mostPages) {
      gaps.push(members.gap('the service repeats its page token'));
      break;
    }
    tokens.add(token);
    page = operation.pages.turn(input, token);
  }
  return { items: found, gaps, sources };
}

function isListOf<E>(value: unknown): value is readonly E[] {
  return Array.isArray(value);
}

function isMany<R>(made: R | readonly R[]): made is readonly R[] {
  return Array.isArray(made);
}

const must: Members['must'] = (of, name) => {
  const value = of[name];
  if (value === undefined || value === null) throw new Unusable(`the answer lacks ${name}`);
  return value;
};

/** @param spoil tells the ledger that the answer could not be used as it came */
function membersOf(source: Source, spoil: (why: string) => void): Members {
  const gap = (why: string) => {
    spoil(why);
    return unusableCause(why, source);
  };
  const observe = <T>(reason: () => T): Observed<T> => {
    try {
      return Observed.known(reason(), source);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      return Observed.unreadable(gap(error.message));
    }
  };
  return {
    gap,
    must,
    observe,
    field: (of, name) => observe(() => must(of, name)),
    unusable: (why) => {
      throw new Unusable(why);
    },
  };
}

function unusableCause(detail: string, source: Source): Cause {
  return { reason: 'failed', detail, source };
}

/** Whether an answer came, but not yet the one that was waited for. */
function notReady<O>(exchange: Exchange, done: (answer: O) => boolean): boolean {
  return exchange.answer !== undefined && !done(revive<O>(exchange.answer));
}

/** An error that the operation declares as an answer is a call that went well. */
function statusOf(operation: AnyOperation, exchange: Exchange): CallLine['status'] {
  if (!exchange.error || operation.absent?.includes(exchange.error.code)) return 'ok';
  return classify(exchange.error);
}

function causeOf(fault: Fault, source: Source, operation: AnyOperation): Cause {
  const reason = classify(fault);
  const words = fault.message === fault.code ? fault.code : `${fault.code}: ${fault.message}`;
  const cure = reason === 'denied' ? ` (needs ${operation.action})` : '';
  return { reason, detail: `${words}${cure}`, source };
}
