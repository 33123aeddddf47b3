/** Reads every page of a list. A page that fails hides nothing of the pages before it. */
import type { Cause, Listing, Source } from '../observe/observed.ts';
import { Unusable } from './members.ts';
import type { Operation } from './operation.ts';
import type { ItemOf, Members } from './reads.ts';

/** What came of one call. */
export type Received<O> =
  | { readonly answer: O; readonly source: Source; readonly members: Members }
  | Failed;
interface Failed {
  readonly cause: Cause;
  readonly code: string;
}

/** Pages of one list: a service that never stops handing out tokens must not hold the scan for ever. */
const mostPages = 10_000;

export async function listPages<I, O extends object, K extends keyof O & string, R>(
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
