/**
 * The sample account as if AWS had answered every list in pages of one item: what a verdict says of pages can then be
 * seen, although the account is small.
 */
import { canonicalAgain } from '../../src/aws/evidence/canonical.ts';
import { callId, type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { AnyOperation } from '../../src/aws/operation.ts';

export interface PagedEvidence extends Evidence {
  /** The evidence as if these calls alone had been made. Pages that lead to them are there, but empty. */
  onlyWith(keeps: (call: CallRecord) => boolean): Evidence;
}

/** A page and how it would look without its item. */
interface Page {
  readonly full: CallRecord;
  readonly empty: CallRecord;
}

export function pagedEvidence(
  evidence: Evidence,
  operations: readonly AnyOperation[],
): PagedEvidence {
  const byName = new Map(operations.map((each) => [`${each.service}:${each.name}`, each]));
  const lists = [...evidence.calls.values()].map((call) => {
    const operation = byName.get(`${call.service}:${call.operation}`);
    return operation ? pagesOf(call, operation) : [{ full: call, empty: call }];
  });
  const pages = lists.flat().map(({ full }) => full);
  return {
    ...evidence,
    calls: byId(pages),
    onlyWith: (keeps) => {
      const kept = lists.flatMap((list) => {
        const last = list.findLastIndex(({ full }) => keeps(full));
        return list.slice(0, last + 1).map(({ full, empty }) => (keeps(full) ? full : empty));
      });
      return { ...evidence, calls: byId(kept) };
    },
  };
}

function pagesOf(call: CallRecord, operation: AnyOperation): readonly Page[] {
  const whole = [{ full: call, empty: call }];
  const turning: unknown = Reflect.get(operation, 'pages');
  if (call.answer === undefined || !isTurning(turning)) return whole;
  const answer: unknown = JSON.parse(call.answer);
  if (typeof answer !== 'object' || answer === null) return whole;
  const [wrapper, holder] = wrapperOf(answer);
  const answerWith = (members: object): object =>
    wrapper === undefined
      ? { ...answer, ...members }
      : { ...answer, [wrapper]: { ...holder, ...members } };
  const longest = Object.entries(holder)
    .flatMap(([name, value]): [string, unknown[]][] =>
      Array.isArray(value) ? [[name, value]] : [],
    )
    .toSorted(([, a], [, b]) => b.length - a.length)[0];
  const token = tokens.find((name) => turning.next(answerWith({ [name]: 'x' })) === 'x');
  if (token === undefined) throw new Error(`the token of ${operation.name} is not known`);
  if (!longest || longest[1].length < 2) return whole;
  const [name, items] = longest;
  return items.map((item, index) => {
    const next = index + 1 < items.length ? { [token]: `page ${index + 1}` } : {};
    const input: unknown = JSON.parse(call.input);
    const asked =
      index === 0 || typeof input !== 'object' || input === null
        ? input
        : turning.turn(input, `page ${index}`);
    const pageWith = (shown: readonly unknown[]) =>
      recordOf(call, asked, answerWith({ [name]: shown, ...next }));
    return { full: pageWith([item]), empty: pageWith([]) };
  });
}

/** CloudFront wraps its lists, each with its count: the name of the wrapper, and what holds the list. */
function wrapperOf(answer: object): readonly [string | undefined, object] {
  for (const [name, value] of Object.entries(answer)) {
    if (isWrapper(value)) return [name, value];
  }
  return [undefined, answer];
}

function isWrapper(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'Quantity' in value;
}

/** How the operations of AWS call the token of the next page. */
const tokens = [
  'NextToken',
  'nextToken',
  'Marker',
  'NextMarker',
  'ContinuationToken',
  'LastEvaluatedTableName',
  'position',
];

interface Turning {
  next(answer: object): unknown;
  turn(input: object, token: string): object;
}

function isTurning(pages: unknown): pages is Turning {
  return typeof pages === 'object' && pages !== null && 'next' in pages && 'turn' in pages;
}

function recordOf(call: CallRecord, input: unknown, answer: object): CallRecord {
  const asked = canonicalAgain(input);
  const exchange = { answer: canonicalAgain(answer) };
  const id = callId(call.service, call.operation, call.region, asked);
  return { ...call, ...exchange, id, input: asked, sha256: seal(exchange) };
}

function byId(calls: readonly CallRecord[]): ReadonlyMap<string, CallRecord> {
  return new Map(calls.map((call) => [call.id, call]));
}
