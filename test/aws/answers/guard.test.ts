import { describe, expect, it } from 'vitest';
import { guard } from '../../../src/aws/answers/guard.ts';
import { answerType } from '../../../src/aws/answers/shape.ts';
import { Unusable } from '../../../src/aws/unusable.ts';

function guarded<O extends object>(service: string, name: string, answer: O): O {
  const type = answerType({ service, name });
  if (type === undefined) throw new Error(`no type of ${name}`);
  expect(guard(answer, type)).toBeUndefined();
  return answer;
}

describe('F67 a member of another type than AWS’s schema says', () => {
  it.each([
    ['text where true or false is due', 'false', 'text'],
    ['an empty text', '', 'an empty text'],
    ['a number', 0, 'a number'],
    ['a structure', {}, 'a structure'],
  ])('cannot be read: %s', (_, value, words) => {
    const answer = guarded('ec2', 'GetEbsEncryptionByDefault', { EbsEncryptionByDefault: value });
    expect(() => answer.EbsEncryptionByDefault).toThrow(Unusable);
    expect(() => answer.EbsEncryptionByDefault).toThrow(
      `the answer has ${words} in EbsEncryptionByDefault, where AWS's schema says true or false`,
    );
  });

  it('is left where it fits, absent or null', () => {
    for (const EbsEncryptionByDefault of [true, false, undefined, null]) {
      const answer = guarded('ec2', 'GetEbsEncryptionByDefault', { EbsEncryptionByDefault });
      expect(answer.EbsEncryptionByDefault).toBe(EbsEncryptionByDefault);
    }
  });

  it('deep in an answer leaves everything around it', () => {
    const [volume, other] = guarded('ec2', 'DescribeVolumes', {
      Volumes: [
        { VolumeId: 'vol-1', Encrypted: 'true', Size: '8', CreateTime: '2026-11-22' },
        { VolumeId: 'vol-2', Encrypted: true, Size: 8, CreateTime: new Date(0) },
      ],
    }).Volumes;
    expect(volume?.VolumeId).toBe('vol-1');
    expect(() => volume?.Encrypted).toThrow('text in Encrypted');
    expect(() => volume?.Size).toThrow("where AWS's schema says a number");
    expect(() => volume?.CreateTime).toThrow("where AWS's schema says a time");
    expect(other).toEqual({ VolumeId: 'vol-2', Encrypted: true, Size: 8, CreateTime: new Date(0) });
  });

  it('in a list, and in the place of one', () => {
    const { Users: users } = guarded('iam', 'ListUsers', {
      Users: [{ UserName: 'ann' }, 'bob', null],
    });
    expect(users[0]).toEqual({ UserName: 'ann' });
    expect(() => users[1]).toThrow('text in Users');
    expect(() => users[2]).toThrow('nothing in Users');
    const answer = guarded('iam', 'ListUsers', { Users: { member: [] } });
    expect(() => answer.Users).toThrow("a structure in Users, where AWS's schema says a list");
  });

  it('in a map', () => {
    const { SummaryMap: summary } = guarded('iam', 'GetAccountSummary', {
      SummaryMap: { AccountMFAEnabled: '1', Users: 3 },
    });
    expect(summary.Users).toBe(3);
    expect(() => summary.AccountMFAEnabled).toThrow('text in SummaryMap');
  });

  it('that no schema knows is nobody’s to read, and left', () => {
    const answer = guarded('iam', 'ListUsers', { Users: [], More: 'x' });
    expect(answer).toEqual({ Users: [], More: 'x' });
  });

  it('is said where it is the whole answer', () => {
    const type = answerType({ service: 'iam', name: 'ListUsers' });
    if (type === undefined) throw new Error('no type of ListUsers');
    expect(guard('<html>', type)).toBe('the answer is text and not a structure');
    expect(guard([], type)).toBe('the answer is a list and not a structure');
  });

  it('of an operation that is not ours is not known', () => {
    expect(answerType({ service: 'my', name: 'ListThings' })).toBeUndefined();
  });
});
