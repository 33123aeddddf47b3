import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  internedLists,
  internedResources,
  internedTexts,
  sharedLists,
} from '../../src/text/interned.ts';

describe('what is kept once', () => {
  it('has the place of its first appearance', () => {
    const texts = internedTexts();
    expect(['b', 'a', 'b', '', 'a'].map(texts.place)).toEqual([0, 1, 0, 2, 1]);
    expect(texts.entries).toEqual(['b', 'a', '']);
  });

  it('is the same list only where each text is', () => {
    const text = fc.constantFrom('', 'a', 'b', ',', 'a,b', '0', '0,1', '\n', 'a\nb');
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 30 }), (given) => {
        const lists = internedLists();
        const places = given.map(lists.place);
        expect(places.map((place) => lists.entries[place])).toEqual(given);
        const distinct = new Set(given.map((list) => JSON.stringify(list)));
        expect(lists.entries).toHaveLength(distinct.size);
      }),
    );
  });

  it('does not change with the list that was handed over', () => {
    const lists = internedLists();
    const mine = ['a'];
    lists.place(mine);
    mine.push('b');
    expect(lists.entries).toEqual([['a']]);
  });

  it('is given for every list that says the same', () => {
    const shared = sharedLists();
    const first = shared(['a', 'b']);
    expect(first).toEqual(['a', 'b']);
    expect(shared(['a', 'b'])).toBe(first);
    expect(shared([])).toBe(shared([]));
    expect(shared(['b'])).toEqual(['b']);
  });

  it('is the same resource only where ARN, type and name are', () => {
    const part = fc.constantFrom('a', 'b', 'a\nb');
    const resource = fc.record({ arn: part, type: part, name: part });
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 40 }), (given) => {
        const resources = internedResources();
        const places = given.map(resources.place);
        expect(places.map((place) => resources.entries[place])).toEqual(given);
        const distinct = new Set(
          given.map(({ arn, type, name }) => JSON.stringify([arn, type, name])),
        );
        expect(resources.entries).toHaveLength(distinct.size);
      }),
    );
  });
});
