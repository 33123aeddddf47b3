/** Evidence belongs to the item: which pages a verdict on a list rests on. */
import { describe, expect, it } from 'vitest';
import {
  CannotTell,
  type Listing,
  Observed,
  pagesOf,
  type Read,
  type Source,
  startReading,
} from '../../src/observe/observed.ts';

function page(number: number): Source {
  const id = `s3:ListThings@eu-west-1#${number}`;
  return { id, service: 's3', operation: 'ListThings', region: 'eu-west-1', regional: true };
}

interface Item {
  readonly name: string;
  readonly listed: readonly Source[];
  readonly good: Observed<boolean>;
}

function item(name: string, number: number, good: boolean | 'denied' = true): Item {
  const source = page(number);
  const known = good !== 'denied';
  const cause = { reason: 'denied' as const, detail: `${name} denied`, source };
  return {
    name,
    listed: [source],
    good: known ? Observed.known(good, source) : Observed.unreadable(cause),
  };
}

function listingOf(...items: readonly Item[]): Listing<Item> {
  return { items, gaps: [], sources: [page(1), page(2), page(3)] };
}

const gap = { reason: 'throttled' as const, detail: 'page 3 is missing', source: page(3) };

/** What was answered, with the numbers of the pages that the answer rests on. */
function asked<T>(ask: (read: Read) => T): readonly [T, ...string[]] {
  const { read, sources } = startReading();
  const answer = ask(read);
  return [answer, ...[...sources].map(({ id }) => id.slice(-1)).toSorted()];
}

const whole = listingOf(item('a', 1, false), item('b', 2), item('c', 3));
const isNamed = (name: string) => (each: Item) => each.name === name;

describe('one that is so', () => {
  it('rests on its own pages', () => {
    expect(asked((read) => read.some(whole, isNamed('b')))).toEqual([true, '2']);
    expect(asked((read) => read.find(whole, isNamed('c'))?.name)).toEqual(['c', '3']);
  });

  it('decides whatever else could not be read', () => {
    const partial = { ...listingOf(item('x', 1, 'denied'), item('b', 2)), gaps: [gap] };
    expect(asked((read) => read.some(partial, ({ good }) => read(good)))).toEqual([true, '2']);
    expect(asked((read) => read.find(partial, ({ good }) => read(good))?.name)).toEqual(['b', '2']);
  });

  it('is the first', () => {
    const names = asked((read) => read.find(whole, ({ good }) => read(good))?.name);
    expect(names[0]).toBe('b');
  });

  it('rests on the whole list where it does not say which page showed it', () => {
    const { listed: _listed, ...bare } = item('a', 1);
    const listing = { items: [bare], gaps: [], sources: [page(1), page(2)] };
    expect(asked((read) => read.some(listing, () => true))).toEqual([true, '1', '2']);
    expect(pagesOf('text', [page(1)])).toEqual([page(1)]);
  });
});

describe('none that is so', () => {
  it('rests on every page', () => {
    expect(asked((read) => read.some(whole, isNamed('z')))).toEqual([false, '1', '2', '3']);
    expect(asked((read) => read.find(whole, isNamed('z')))).toEqual([undefined, '1', '2', '3']);
    expect(asked((read) => read.matching(whole, isNamed('z')))).toEqual([[], '1', '2', '3']);
  });

  it('cannot be told of a list with gaps, or where one could not be read', () => {
    const { read } = startReading();
    const partial = { ...whole, gaps: [gap] };
    const doubtful = listingOf(item('a', 1, false), item('x', 2, 'denied'));
    expect(() => read.some(partial, isNamed('z'))).toThrow('page 3 is missing');
    expect(() => read.find(partial, isNamed('z'))).toThrow(CannotTell);
    expect(() => read.matching(doubtful, ({ good }) => read(good))).toThrow('x denied');
  });
});

describe('all that are so', () => {
  it('rest on the pages of each, in the order of the list', () => {
    const found = asked((read) =>
      read.matching(whole, ({ name }) => name !== 'b').map(({ name }) => name),
    );
    expect(found).toEqual([['a', 'c'], '1', '3']);
  });

  it('are those that are known to be, where others could not be read', () => {
    const doubtful = { ...listingOf(item('x', 1, 'denied'), item('b', 2)), gaps: [gap] };
    const found = asked((read) =>
      read.matching(doubtful, ({ good }) => read(good)).map(({ name }) => name),
    );
    expect(found).toEqual([['b'], '2']);
  });

  it('do not hide a fault of the program', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => startReading().read.matching(whole, broken)).toThrow(TypeError);
  });
});

it('a whole list rests on every page', () => {
  expect(asked((read) => read.list(whole).length)).toEqual([3, '1', '2', '3']);
});
