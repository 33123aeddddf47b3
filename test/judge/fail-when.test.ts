import { describe, expect, it } from 'vitest';
import { failFor, failWhen } from '../../src/judge/fail-when.ts';
import { CannotTell } from '../../src/observe/observed.ts';

const cannot = (detail: string) => () => {
  const source = { id: detail, service: 's3', operation: 'Get', region: 'r', regional: true };
  throw new CannotTell([{ reason: 'denied', detail, source }]);
};

/** What could not be read, or the verdict. */
function causes(judge: () => unknown): unknown {
  try {
    return judge();
  } catch (error) {
    if (error instanceof CannotTell) return error.causes.map(({ detail }) => detail);
    throw error;
  }
}

describe('failing when a condition holds', () => {
  it('says every reason that holds, and no other', () => {
    const reasons = { a: () => true, b: () => false, c: () => true };
    expect(failWhen(reasons, 'fine')).toEqual({ outcome: 'fail', reasons: ['a', 'c'] });
  });

  it('is decided by a known fault, whatever could not be read', () => {
    const reasons = { a: cannot('denied a'), b: () => true, c: cannot('denied c') };
    expect(failWhen(reasons, 'fine')).toEqual({ outcome: 'fail', reasons: ['b'] });
  });

  it('cannot tell, with every cause, where nothing known holds and something could not be read', () => {
    const reasons = { a: cannot('denied a'), b: () => false, c: cannot('denied c') };
    expect(causes(() => failWhen(reasons, 'fine'))).toEqual(['denied a', 'denied c']);
  });

  it('passes, with the words for it, where none holds', () => {
    expect(failWhen({ a: () => false }, 'fine')).toEqual({ outcome: 'pass', reasons: ['fine'] });
  });
});

describe('failing for what finders find', () => {
  it('says every fault of each', () => {
    const finders = [() => ['a', 'b'], () => [], () => ['c']];
    expect(failFor(finders, 'fine')).toEqual({ outcome: 'fail', reasons: ['a', 'b', 'c'] });
  });

  it('is decided by what was found, whatever could not be read', () => {
    const found = failFor([cannot('denied a'), () => ['b']], 'fine');
    expect(found).toEqual({ outcome: 'fail', reasons: ['b'] });
  });

  it('cannot tell, with every cause, where nothing was found and something could not be read', () => {
    const finders = [cannot('denied a'), () => [], cannot('denied c')];
    expect(causes(() => failFor(finders, 'fine'))).toEqual(['denied a', 'denied c']);
  });

  it('passes, with the words for it, where all looked in vain', () => {
    expect(failFor([() => []], 'fine')).toEqual({ outcome: 'pass', reasons: ['fine'] });
    expect(failFor([], 'fine')).toEqual({ outcome: 'pass', reasons: ['fine'] });
  });

  it('hides no fault of a finder', () => {
    const broken = () => {
      throw new TypeError('x is undefined');
    };
    expect(() => failFor([broken, () => ['a']], 'fine')).toThrow('x is undefined');
  });
});
