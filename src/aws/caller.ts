/** Makes the calls of collectors: each once, and none that was not declared. */
import { type Cause, Observed, type Source } from '../observe/observed.ts';
import { canonical, revive } from './evidence/canonical.ts';
import { type CallLine, callId, type Exchange, type Ledger, seal } from './evidence/ledger.ts';
import { classify, type Fault } from './faults.ts';
import { listPages, type Received } from './list-pages.ts';
import { membersOf, unusableCause } from './members.ts';
import type { AnyOperation, Operation } from './operation.ts';
import type { GetOptions, Members, Reads } from './reads.ts';
import type { Transport } from './transport.ts';

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
