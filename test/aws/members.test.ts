import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/aws/members.ts';
import { Observed } from '../../src/observe/observed.ts';
import { causeOf } from '../support/observe.ts';

const { source } = causeOf('denied');

const members = () => membersOf(source);

describe('the members of an answer', () => {
  it('that say the same are one value, which rests on that answer', () => {
    const { field } = members();
    const first = field({ VpcId: 'vpc-1' }, 'VpcId');
    expect(field({ VpcId: ['vpc', 1].join('-') }, 'VpcId')).toBe(first);
    expect(Observed.open(first)).toMatchObject({ value: 'vpc-1', sources: [source] });
    expect(members().field({ VpcId: 'vpc-1' }, 'VpcId')).not.toBe(first);
  });

  it('that differ in kind are not taken for one another', () => {
    const { observe } = members();
    const given = [0, '0', false, '', null, [], [], Number.NaN, Number.NaN];
    const values = given.map((value) => {
      const state = Observed.open(observe(() => value));
      return state.known ? state.value : undefined;
    });
    expect(values.every((value, place) => Object.is(value, given[place]))).toBe(true);
    expect(values[5]).not.toBe(values[6]);
  });
});

interface Answer {
  readonly Name?: string | null | undefined;
  readonly Count?: number;
  readonly On?: boolean;
}

describe('a member that AWS always sends', () => {
  it.each<[Answer]>([[{}], [{ Name: undefined }], [{ Name: null }]])(
    'is never filled in: %j',
    (answer) => {
      const { must, field } = members();
      expect(() => must(answer, 'Name')).toThrow('the answer lacks Name');
      expect(Observed.open(field(answer, 'Name'))).toEqual({
        known: false,
        causes: [{ reason: 'failed', detail: 'the answer lacks Name', source, spoilt: true }],
      });
    },
  );

  it('is not told by an empty text (F67)', () => {
    const { must, field } = members();
    const answer: Answer = { Name: '' };
    expect(() => must(answer, 'Name')).toThrow('the answer has an empty Name');
    expect(Observed.open(field(answer, 'Name'))).toEqual({
      known: false,
      causes: [{ reason: 'failed', detail: 'the answer has an empty Name', source, spoilt: true }],
    });
  });

  it('is what it is, also where that is nothing', () => {
    const { must, field } = members();
    const answer: Answer = { Count: 0, On: false };
    expect([must(answer, 'Count'), must(answer, 'On')]).toEqual([0, false]);
    expect(Observed.open(field(answer, 'Count'))).toEqual({
      known: true,
      value: 0,
      sources: [source],
    });
  });
});
