import { describe, expect, it } from 'vitest';
import { ifKnown } from '../../src/observe/if-known.ts';
import {
  CannotTell,
  derive,
  Observed,
  pagesOf,
  settle,
  startReading,
} from '../../src/observe/observed.ts';
import { causeOf, known, listing, unreadable } from '../support/observe.ts';

const broken = (): never => {
  throw new TypeError('broken');
};

it('what cannot be told says every cause', () => {
  const error = new CannotTell([causeOf('denied'), causeOf('throttled')]);
  expect(error.message).toBe('the test says denied; the test says throttled');
  expect(error.name).toBe('CannotTell');
});

describe('a fact that adds to a verdict', () => {
  it('is its value, or undefined where it cannot be told', () => {
    const { read } = startReading();
    expect(ifKnown(() => read(known(7)))).toBe(7);
    expect(ifKnown(() => read(unreadable()))).toBeUndefined();
  });

  it('hides no fault of the program', () => {
    expect(() => ifKnown(broken)).toThrow('broken');
  });
});

describe('a fault of the program', () => {
  it('is no condition that cannot be told', () => {
    expect(() => settle(broken, [])).toThrow('broken');
  });

  it('is no value that could not be read', () => {
    expect(() => derive(broken)).toThrow('broken');
  });
});

it('the first that is so is looked for no further', () => {
  const asked: number[] = [];
  const isTwo = (item: number) => {
    asked.push(item);
    return item === 2;
  };
  expect(startReading().read.some(listing(1, 2, 3, 4), isTwo)).toBe(true);
  expect(startReading().read.find(listing(1, 2, 3, 4), isTwo)).toBe(2);
  expect(asked).toEqual([1, 2, 1, 2]);
});

it('what was made known by no call has no sources', () => {
  expect(Observed.open(Observed.known(1))).toEqual({ known: true, value: 1, sources: [] });
});

it.each([[undefined], [null], ['text'], [5], [{}], [{ listed: 'no list' }]])(
  'what does not name its pages came from those of its list: %j',
  (item) => {
    const { source } = causeOf('denied');
    expect(pagesOf(item, [source])).toEqual([source]);
  },
);
