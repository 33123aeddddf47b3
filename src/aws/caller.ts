/** Makes the calls of collectors: each once, whoever asks for it, and none that was not declared. */
import { type Cause, Observed, type Source } from '../observe/observed.ts';
import type { OwnFault } from '../observe/own-fault.ts';
import { canonical, revive } from './evidence/canonical.ts';
import { type Anywhere, createAnywhere } from './anywhere.ts';
import { callId, type Exchange, type Ledger, seal } from './evidence/ledger.ts';
import type { CallLine } from './evidence/call-line.ts';
import { guard } from './answers/guard.ts';
import { answerType } from './answers/shape.ts';
import { classify, type Fault } from './faults.ts';
import { listPages, type Received } from './list-pages.ts';
import { membersOf } from './members.ts';
import { type AnyOperation, isAbsent, type Operation } from './operation.ts';
import type { GetOptions, ItemKey, ItemOf, ListOptions, Members, Reads } from './reads.ts';
import { type Asker, createSharing } from './sharing.ts';
import type { Transport } from './transport.ts';

export interface CallerOptions {
  readonly transport: Transport;
  readonly ledger: Ledger;
  /** The Region that calls of services without Regions go to. */
  readonly homeRegion: string;
  /** Regions that the user, the environment or the profile names: asked where the home Region is closed. */
  readonly told?: readonly string[];
  /** All who are to ask: an answer is kept until the last of them who may want it has ended. */
  readonly askers?: readonly Asker[];
}

/** Sends calls, each of them once, and none that the one who asks did not declare. */
export interface Caller extends Pick<Anywhere, 'accountHas'> {
  /** @param region `global` for what has no Region: it is asked in the home Region */
  readsFor(who: Asker, region: string): Reads;
  /** Says that it asks no more, in any Region. */
  ended(who: Asker): void;
  /** Says that one who asks broke by a fault of ours: a gap of its own. */
  fault(fault: OwnFault): void;
}

export function createCaller(options: CallerOptions): Caller {
  const { transport, ledger, homeRegion, told = [] } = options;
  const anywhere = createAnywhere(told, ledger);
  const sharing = createSharing<Exchange>(options.askers ?? []);

  const exchangeOf = async <I, O>(
    operation: Operation<I, O>,
    place: CallPlace,
    input: I,
    call: { readonly id: string; readonly input: string },
    done?: (answer: O) => boolean,
  ): Promise<Exchange> => {
    const { id } = call;
    let exchange = await transport.exchange(operation, place.region, input, { id });
    for (let tries = 1; notReady(exchange, done) && (await transport.again(tries)); tries += 1) {
      const { attempts } = exchange;
      exchange = await transport.exchange(operation, place.region, input, { id });
      exchange = { ...exchange, attempts: attempts + exchange.attempts };
    }
    const { service, name } = operation;
    const record = { ...call, service, operation: name, region: place.region, ...exchange };
    const status = statusOf(operation, exchange);
    ledger.add({ ...record, sha256: seal(exchange) }, operation, status, place.regional);
    return exchange;
  };

  const send = async <I, O>(
    operation: Operation<I, O>,
    place: CallPlace,
    input: I,
    done?: (answer: O) => boolean,
  ): Promise<Received<O>> => {
    const sendIn = (region: string) => sendTo(operation, { ...place, region }, input, done);
    const { region, given, regional } = place;
    if (regional || given || operation.scope === 'global') return sendIn(region);
    // Else one Region would be asked for the whole account, by chance the home Region.
    if (!operation.anywhere) {
      const name = `${operation.service}:${operation.name}`;
      throw new Error(`${place.by} asks ${name} without a Region, and it is not the same in each`);
    }
    return anywhere.ask(operation, region, sendIn);
  };

  const sendTo = async <I, O>(
    operation: Operation<I, O>,
    place: CallPlace,
    input: I,
    done?: (answer: O) => boolean,
  ): Promise<Received<O>> => {
    const { service, name } = operation;
    const text = canonical(input);
    const id = callId(service, name, place.region, text);
    const exchange = await sharing.once({ id, operation, by: place.by }, () =>
      exchangeOf(operation, place, input, { id, input: text }, done),
    );
    if (!place.regional) ledger.spansRegions(id);
    const { region, regional } = place;
    const source: Source = { id, service, operation: name, region, regional };
    if (exchange.answer === undefined) {
      const fault = exchange.error ?? { code: 'NoAnswer', message: 'no answer came' };
      return { code: fault.code, cause: causeOf(fault, source, operation), fault };
    }
    // Each who asks gets an answer of its own: what one does to it, the other does not see.
    const answer = revive<O>(exchange.answer);
    const members = membersOf(source);
    if (done && !done(answer)) {
      return { code: 'NotReady', cause: members.gap('the answer was not ready in time') };
    }
    const type = answerType(operation);
    const wrong = type === undefined ? undefined : guard(answer, type);
    if (wrong !== undefined) return { code: 'UnusableAnswer', cause: members.gap(wrong) };
    return { answer, source, members };
  };

  const readsFor: Caller['readsFor'] = (who, region) => {
    const regional = region !== 'global';
    const own = regional ? region : homeRegion;
    const declared = new Set(who.calls.map((call) => `${call.service}:${call.name}`));
    const allow = (operation: AnyOperation) => {
      const name = `${operation.service}:${operation.name}`;
      if (!declared.has(name)) throw new Error(`${who.id} sends ${name} without declaring it`);
    };
    const placeOf = (given: { readonly region?: string } | undefined): CallPlace => ({
      region: given?.region ?? own,
      given: given?.region !== undefined,
      regional,
      by: who.id,
    });

    const once = async <I, O extends object, T, A>(
      operation: Operation<I, O>,
      input: I,
      read: (answer: O, members: Members) => T,
      given: GetOptions<A>,
      done?: (answer: O) => boolean,
    ): Promise<Observed<T | A>> => {
      allow(operation);
      const received = await send(operation, placeOf(given), input, done);
      if (!('answer' in received)) {
        const { cause, fault } = received;
        if (!fault || !isAbsent(operation, fault)) return Observed.unreadable(cause);
        if (given.whenAbsent !== undefined) return Observed.known(given.whenAbsent, cause.source);
        // The code is an answer, but not to the one who asked.
        return Observed.unreadable({ ...cause, spoilt: true });
      }
      const { answer, members } = received;
      return members.observe(() => read(answer, members));
    };

    return {
      get: (operation, input, read, given) => once(operation, input, read, given ?? {}),
      poll: (operation, input, done, read) => once(operation, input, read, {}, done),
      list: async <I, O extends object, K extends keyof O & string, R>(
        operation: Operation<I, O>,
        input: I,
        items: K,
        each: (item: ItemOf<O[K]>, members: Members) => R | readonly R[],
        given?: ListOptions & Partial<ItemKey<R>>,
      ) => {
        allow(operation);
        const turn = (page: I) => send(operation, placeOf(given), page);
        return listPages(turn, operation, input, items, each, given);
      },
    };
  };

  return {
    readsFor,
    ended: sharing.ended,
    fault: ledger.fault,
    accountHas: anywhere.accountHas,
  };
}

/** Where a call goes, and for whom. */
interface CallPlace {
  readonly region: string;
  /** Whether the one who asks named it. */
  readonly given: boolean;
  /** Whether it is asked for that Region, and not for the whole account. */
  readonly regional: boolean;
  readonly by: string;
}

/** Whether an answer came, but not yet the one that was waited for. */
function notReady<O>(exchange: Exchange, done?: (answer: O) => boolean): boolean {
  return done !== undefined && exchange.answer !== undefined && !done(revive<O>(exchange.answer));
}

/** An error that the operation declares as an answer is a call that went well. */
function statusOf(operation: AnyOperation, exchange: Exchange): CallLine['status'] {
  const { error } = exchange;
  if (!error || isAbsent(operation, error) || isGone(operation, error)) return 'ok';
  return classify(error);
}

function causeOf(fault: Fault, source: Source, operation: AnyOperation): Cause {
  const reason = isGone(operation, fault) ? 'gone' : classify(fault);
  const words = fault.message === fault.code ? fault.code : `${fault.code}: ${fault.message}`;
  const cure = reason === 'denied' ? ` (needs ${operation.action})` : '';
  return { reason, detail: `${words}${cure}`, source };
}

/** Whether AWS says that what was asked about is no more. */
function isGone(operation: AnyOperation, fault: Fault): boolean {
  return operation.gone?.includes(fault.code) === true;
}
