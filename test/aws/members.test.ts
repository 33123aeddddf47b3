import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/aws/members.ts';
import { Observed } from '../../src/observe/observed.ts';

const source = { id: 'ec2:X@r', service: 'ec2', operation: 'X', region: 'r', regional: true };
const membersNow = () => membersOf(source, () => undefined);

describe('the members of an answer', () => {
  it('that say the same are one value, which rests on that answer', () => {
    const { field } = membersNow();
    const first = field({ VpcId: 'vpc-1' }, 'VpcId');
    expect(field({ VpcId: ['vpc', 1].join('-') }, 'VpcId')).toBe(first);
    expect(Observed.open(first)).toMatchObject({ value: 'vpc-1', sources: [source] });
    expect(membersNow().field({ VpcId: 'vpc-1' }, 'VpcId')).not.toBe(first);
  });

  it('that differ in kind are not taken for one another', () => {
    const { observe } = membersNow();
    const given = [0, '0', false, '', null, [], [], Number.NaN, Number.NaN];
    const values = given.map((value) => {
      const state = Observed.open(observe(() => value));
      return state.known ? state.value : undefined;
    });
    expect(values.every((value, place) => Object.is(value, given[place]))).toBe(true);
    expect(values[5]).not.toBe(values[6]);
  });
});
