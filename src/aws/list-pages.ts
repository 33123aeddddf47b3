/** Reads every page of a list. A page that fails hides nothing of the pages before it. */
import type { Cause, Listing, Source } from '../observe/observed.ts';
import type { Fault } from './faults.ts';
import { Unusable } from './unusable.ts';
import { isAbsent, type Operation } from './operation.ts';
import type { ItemKey, ItemOf, Members } from './reads.ts';

/** What came of one call. */
export type Received<O> =
  | { readonly answer: O; readonly source: Source; readonly members: Members }
  | Failed;
interface Failed {
  readonly cause: Cause;
  readonly code: string;
  /** Absent where an answer came, but none that could be used. */
  readonly fault?: Fault;
}

/** Pages of one list: a service that never stops handing out tokens must not hold the scan for ever. */
const mostPages = 10_000;

/**
 * An item that the service shows again, because the list changed between two pages, is once in the listing: as it was
 * shown last, since that is the newer answer, and in the place where it was first.
 */
export async function listPages<I, O extends object, K extends keyof O & string, R>(
  send: (input: I) => Promise<Received<O>>,
  operation: Operation<I, O>,
  input: I,
  items: K,
  each: (item: ItemOf<O[K]>, members: Members) => R | readonly R[],
  given: Partial<ItemKey<R>> = {},
): Promise<Listing<R>> {
  const found = oneOfEach<R>(given.key ?? keyOf);
  const gaps: Cause[] = [];
  const sources: Source[] = [];
  const tokens = new Set<string>();
  let page: I | undefined = input;
  while (page !== undefined) {
    const received = await send(page);
    if (!('answer' in received)) {
      // "There is none" is a list without items.
      if (received.fault && isAbsent(operation, received.fault))
        sources.push(received.cause.source);
      else gaps.push(received.cause);
      break;
    }
    const { answer, source, members } = received;
    sources.push(source);
    const listed = [source];
    /** Undefined where it cannot be used: then that is a gap. */
    const usable = <T>(act: () => T): T | undefined => {
      try {
        return act();
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
        gaps.push(members.gap(error.message));
        return undefined;
      }
    };
    const list = usable(() => {
      const given = unwrapped(answer[items]);
      if (given === undefined && operation.leavesOutEmpty) return [];
      return isListOf<ItemOf<O[K]>>(given) ? given : members.unusable(`the answer lacks ${items}`);
    });
    if (!list) break;
    for (const index of list.keys()) {
      usable(() => {
        const item = list[index];
        if (item === undefined) return;
        const made = each(item, members);
        for (const one of isMany(made) ? made : [made]) found.add(shownOn(one, listed));
      });
    }
    const token = usable(() => operation.pages?.next(answer));
    if (!token || !operation.pages) {
      if (usable(() => saysCut(answer) || saysCut(answer[items]))) {
        gaps.push(members.gap('the list was cut off, and no token leads on'));
      }
      break;
    }
    if (tokens.has(token) || tokens.size >= mostPages) {
      gaps.push(members.gap('the service repeats its page token'));
      break;
    }
    tokens.add(token);
    page = operation.pages.turn(input, token);
  }
  return { items: found.items, gaps, sources };
}

/**
 * The list, where CloudFront wraps it with its count: of none, the list itself is left out. CloudFront API reference,
 * "DistributionList".
 */
function unwrapped(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('Quantity' in given)) return given;
  if ('Items' in given && given.Items !== undefined) return given.Items;
  return given.Quantity === 0 ? [] : undefined;
}

/**
 * Whether the answer itself, or what wraps its list, says that there is more: IAM, S3, KMS and CloudFront do so beside the
 * token that leads on.
 */
function saysCut(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return (
    ('IsTruncated' in answer && answer.IsTruncated === true) ||
    ('Truncated' in answer && answer.Truncated === true)
  );
}

function isListOf<E>(value: unknown): value is readonly E[] {
  return Array.isArray(value);
}

function isMany<R>(made: R | readonly R[]): made is readonly R[] {
  return Array.isArray(made);
}

/** The item with the page that it came from. */
function shownOn<R>(item: R, listed: readonly Source[]): R {
  return typeof item === 'object' && item !== null ? { ...item, listed } : item;
}

/** What an item is known by unless its list says otherwise: the item itself where it is a text, else its ARN. */
function keyOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null || !('arn' in item)) return undefined;
  return typeof item.arn === 'string' ? item.arn : undefined;
}

/** Keeps one item of each key; an item without a key is never taken for another. */
function oneOfEach<R>(key: (item: R) => string | undefined) {
  const items: R[] = [];
  const places = new Map<string, number>();
  return {
    items,
    add: (item: R) => {
      const name = key(item);
      const place = (name === undefined ? undefined : places.get(name)) ?? items.length;
      if (name !== undefined) places.set(name, place);
      items[place] = item;
    },
  };
}
