import { describe, expect, it } from 'vitest';
import { veiledMembers, withoutMembers } from '../../../src/aws/evidence/redaction.ts';

describe('members that are left out', () => {
  it('are gone wherever the path leads, and everything else stays', () => {
    const answer = {
      Users: [
        { Name: 'a', Pending: { Password: 'x', Port: 1 } },
        { Name: 'b', Pending: { Password: 'y' } },
        { Name: 'c' },
      ],
      Password: 'of another kind',
    };
    expect(withoutMembers('Users[].Pending.Password')(answer)).toEqual({
      Users: [{ Name: 'a', Pending: { Port: 1 } }, { Name: 'b', Pending: {} }, { Name: 'c' }],
      Password: 'of another kind',
    });
  });

  it('stay in what the SDK answered, which is not changed', () => {
    const answer = { Seed: new Uint8Array([1]), At: new Date(0), Of: null };
    expect(withoutMembers('Seed', 'Of.Name', 'Missing')(answer)).toEqual({
      At: new Date(0),
      Of: null,
    });
    expect(answer.Seed).toEqual(new Uint8Array([1]));
  });
});

it('a path that leads into a text leads nowhere', () => {
  expect(withoutMembers('Note.length', 'Note.Inner.Deep')({ Note: 'kept' })).toEqual({
    Note: 'kept',
  });
});

describe('texts that are veiled', () => {
  it('say that they are there, and nothing else', () => {
    const answer = { Contact: { Name: 'Ines', Empty: ' ', Count: 2 }, Name: 'kept' };
    expect(veiledMembers('Contact.*', 'Missing')(answer)).toEqual({
      Contact: { Name: 'on file', Empty: ' ', Count: 2 },
      Name: 'kept',
    });
  });
});
