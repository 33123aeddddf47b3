import { describe, expect, it } from 'vitest';
import { all, any, type Condition } from '../../src/observe/logic.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import {
  CannotTell,
  derive,
  type Listing,
  Observed,
  type Source,
  startReading,
} from '../../src/observe/observed.ts';

function call(name: string): Source {
  return {
    id: `s3:${name}@eu-west-1`,
    service: 's3',
    operation: name,
    region: 'eu-west-1',
    regional: true,
  };
}

function denied(name: string): Observed<never> {
  return Observed.unreadable({ reason: 'denied', detail: `${name} denied`, source: call(name) });
}

type Truth = true | false | 'unknown';
const truths: readonly Truth[] = [true, false, 'unknown'];

/** The condition of a truth; each has a call of its own. */
function condition(truth: Truth): Condition {
  return () => {
    if (truth !== 'unknown') return truth;
    throw new CannotTell([{ reason: 'denied', detail: 'denied', source: call('Any') }]);
  };
}

function truthOf(decide: () => boolean): Truth {
  try {
    return decide();
  } catch (error) {
    if (error instanceof CannotTell) return 'unknown';
    throw error;
  }
}

const pairs = truths.flatMap((a) => truths.map((b): [Truth, Truth] => [a, b]));

describe('three-valued logic', () => {
  it.each(pairs)(
    'any(%s, %s) is true where one is, and unknown where that could change it',
    (a, b) => {
      const expected = a === true || b === true || (a === false && b === false ? false : 'unknown');
      expect(truthOf(() => any(condition(a), condition(b)))).toBe(expected);
    },
  );

  it.each(pairs)(
    'all(%s, %s) is false where one is, and unknown where that could change it',
    (a, b) => {
      const decided = a === false || b === false ? false : a === true && b === true;
      const expected = decided || a === false || b === false ? decided : 'unknown';
      expect(truthOf(() => all(condition(a), condition(b)))).toBe(expected);
    },
  );

  it('any of nothing is false and all of nothing is true', () => {
    expect(any()).toBe(false);
    expect(all()).toBe(true);
  });

  it('names every cause where it cannot tell', () => {
    const ask = () => any(condition('unknown'), condition(false), condition('unknown'));
    expect(ask).toThrow(
      expect.objectContaining({ causes: [expect.anything(), expect.anything()] }),
    );
  });

  it('does not take a fault of the program for something unreadable', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => any(broken, () => true)).toThrow(TypeError);
    expect(() => all(broken, () => false)).toThrow(TypeError);
    expect(() => failWhen({ broken }, 'fine')).toThrow(TypeError);
  });

  it('fails with every reason that is known to hold, whatever else is unreadable', () => {
    const verdict = failWhen(
      { open: condition(true), public: condition('unknown'), shared: condition(true) },
      'closed',
    );
    expect(verdict).toEqual({ outcome: 'fail', reasons: ['open', 'shared'] });
  });

  it('passes only when every condition is known not to hold', () => {
    expect(failWhen({ open: condition(false) }, 'closed')).toMatchObject({ outcome: 'pass' });
    expect(() =>
      failWhen({ open: condition(false), public: condition('unknown') }, 'closed'),
    ).toThrow(CannotTell);
  });
});

describe('a reading', () => {
  it('lists the calls that decided, and not those that were never looked at', () => {
    const { read, sources } = startReading();
    const block = Observed.known(true, call('GetPublicAccessBlock'));
    const acl = Observed.known('public', call('GetBucketAcl'));
    const decided = any(
      () => read(block),
      () => read(acl) === 'public',
    );
    expect(decided).toBe(true);
    expect([...sources].map((source) => source.operation)).toEqual(['GetPublicAccessBlock']);
  });

  it('lists no call that could not be read, where another decides', () => {
    const { read, sources } = startReading();
    const decided = any(
      () => read(denied('GetBucketAcl')),
      () => read(Observed.known(true, call('GetBucketPolicy'))),
    );
    expect(decided).toBe(true);
    expect([...sources].map((source) => source.operation)).toEqual(['GetBucketPolicy']);
  });

  const partial: Listing<string> = {
    items: ['a', 'b'],
    gaps: [{ reason: 'throttled', detail: 'page 2', source: call('ListPage2') }],
    sources: [call('ListPage1')],
  };

  it('refuses to list what is not whole', () => {
    expect(() => startReading().read.list(partial)).toThrow('page 2');
  });

  it('finds one among those that are there, though the list has gaps', () => {
    const { read, sources } = startReading();
    expect(read.some(partial, (item) => item === 'b')).toBe(true);
    expect([...sources].map((source) => source.operation)).toEqual(['ListPage1']);
  });

  it('cannot tell that there is none where a page is missing', () => {
    expect(() => startReading().read.some(partial, (item) => item === 'c')).toThrow('page 2');
  });

  it('finds one although a member before it could not be read', () => {
    const { read } = startReading();
    const users = [denied('GetUser'), Observed.known(true, call('GetUser2'))];
    const listing = { items: users, gaps: [], sources: [] };
    expect(read.some(listing, (user) => read(user))).toBe(true);
    expect(() => read.some({ ...listing, items: users.slice(0, 1) }, (user) => read(user))).toThrow(
      'GetUser denied',
    );
  });

  it('derives a value with all its sources, and the causes where one is missing', () => {
    const a = Observed.known(1, call('A'));
    const b = Observed.known(2, call('B'));
    const sum = Observed.open(derive((read) => read(a) + read(b)));
    expect(sum).toMatchObject({ known: true, value: 3 });
    expect(sum.known && sum.sources.map((source) => source.operation)).toEqual(['A', 'B']);
    const lost = Observed.open(derive((read) => read(a) + read(denied('C'))));
    expect(lost).toMatchObject({ known: false, causes: [{ detail: 'C denied' }] });
  });

  it('does not take a fault of the program for an unreadable value', () => {
    const broken = () =>
      derive(() => {
        throw new TypeError('broken');
      });
    expect(broken).toThrow(TypeError);
  });
});
