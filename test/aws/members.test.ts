import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/aws/members.ts';
import { Observed } from '../../src/observe/observed.ts';
import { causeOf } from '../support/observe.ts';

const { source } = causeOf('denied');

function members() {
  const spoilt: string[] = [];
  return { ...membersOf(source, (why) => spoilt.push(why)), spoilt };
}

interface Answer {
  readonly Name?: string | null | undefined;
  readonly Count?: number;
  readonly On?: boolean;
}

describe('a member that AWS always sends', () => {
  it.each<[Answer]>([[{}], [{ Name: undefined }], [{ Name: null }]])(
    'is never filled in: %j',
    (answer) => {
      const { must, field, spoilt } = members();
      expect(() => must(answer, 'Name')).toThrow('the answer lacks Name');
      expect(spoilt).toEqual([]);
      expect(Observed.open(field(answer, 'Name'))).toEqual({
        known: false,
        causes: [{ reason: 'failed', detail: 'the answer lacks Name', source }],
      });
      expect(spoilt).toEqual(['the answer lacks Name']);
    },
  );

  it('is what it is, also where that is nothing', () => {
    const { must, field } = members();
    const answer: Answer = { Name: '', Count: 0, On: false };
    expect([must(answer, 'Name'), must(answer, 'Count'), must(answer, 'On')]).toEqual([
      '',
      0,
      false,
    ]);
    expect(Observed.open(field(answer, 'Count'))).toEqual({
      known: true,
      value: 0,
      sources: [source],
    });
  });
});
