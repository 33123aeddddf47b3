import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, canonicalAgain, revive, sha256 } from '../../../src/aws/evidence/canonical.ts';
import { callId, createLedger, seal } from '../../../src/aws/evidence/ledger.ts';

/** Whatever the SDK may give: absent members are left out, so `undefined` stands in no list. */
const answers = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((number) => (number === 0 ? 0 : number)),
    fc.bigInt(),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array(),
    fc.array(tie('value')),
    fc.dictionary(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.nat().map(String),
        fc.constantFrom('$date', '$bytes', '$bigint', '$$', '__proto__', 'constructor', 'toString'),
      ),
      tie('value'),
      { noNullPrototype: true },
    ),
  ),
}));

/** Canonical JSON as its rules say it, without a thought for speed. */
function byTheRules(value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(byTheRules);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([key, member]) => key !== '$metadata' && member !== undefined)
    .map(([key, member]) => [key.startsWith('$') ? `$${key}` : key, byTheRules(member)] as const);
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

describe('canonical answers', () => {
  it('are the text that the rules give, to the byte', () => {
    fc.assert(
      fc.property(answers.value, (answer) => {
        expect(canonical(answer)).toBe(JSON.stringify(byTheRules(answer)));
      }),
    );
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(answers.value, (answer) => {
        const metadata = isObject(answer) && '$metadata' in answer;
        fc.pre(!metadata);
        expect(revive(canonical(answer))).toEqual(answer);
      }),
    );
  });

  it('are one text, however the members were ordered, and after a parse', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), answers.value), (answer) => {
        const turned = Object.fromEntries(Object.entries(answer).toReversed());
        const text = canonical(answer);
        expect(canonical(turned)).toBe(text);
        expect(canonicalAgain(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('keep to the rules for names that JavaScript orders, or takes for something else', () => {
    const odd: unknown = JSON.parse(
      '{"4294967295":1,"4294967294":2,"10":3,"9":4,"0":5,"01":6,"1.5":7,"-1":8,"":9,"/":10,":":11,"__proto__":{"$date":1},"$$":12}',
    );
    const text = canonical(odd);
    expect(text).toBe(JSON.stringify(byTheRules(odd)));
    expect(canonicalAgain(JSON.parse(text))).toBe(text);
    const revived: unknown = revive(text);
    expect(canonical(revived)).toBe(text);
    expect(Object.keys(Object(revived))).toContain('__proto__');
  });

  it('come back whole from lists and from beside escaped names', () => {
    const at = new Date('2026-11-22T12:00:00.123Z');
    const answer = {
      $date: 5,
      a$$b: { $$: at, text: '"$' },
      list: [at, { at }, 'text', null, [new Uint8Array([1])], 5n],
    };
    expect(revive(canonical(answer))).toEqual(answer);
  });

  it('have no room for what JSON has none for', () => {
    expect(canonical([Number.POSITIVE_INFINITY, undefined, -0, () => 1])).toBe(
      '[null,null,0,null]',
    );
  });

  it('leave out absent members and the metadata of the SDK', () => {
    expect(canonical({ b: undefined, a: 1, $metadata: { attempts: 1 } })).toBe('{"a":1}');
  });

  it('tell a date from an object that looks like one', () => {
    const date = new Date('2026-11-22T12:00:00.123Z');
    expect(revive(canonical({ at: date }))).toEqual({ at: date });
    expect(revive(canonical({ at: { $date: '2026-11-22' } }))).toEqual({
      at: { $date: '2026-11-22' },
    });
  });

  it('sort integer-like keys the same way twice', () => {
    const text = canonical({ 10: 'a', 9: 'b', x: 'c' });
    expect(canonicalAgain(JSON.parse(text))).toBe(text);
    expect(revive(text)).toEqual({ 9: 'b', 10: 'a', x: 'c' });
  });

  it('seal with SHA-256', () => {
    // FIPS 180-2, appendix B.1.
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the ledger', () => {
  it('gives a call one id, whenever it is asked, and another for another input or Region', () => {
    const id = callId('s3', 'GetBucketAcl', 'eu-west-1', canonical({ Bucket: 'a' }));
    expect(id).toBe(callId('s3', 'GetBucketAcl', 'eu-west-1', '{"Bucket":"a"}'));
    const others = [
      callId('s3', 'GetBucketAcl', 'eu-west-1', '{"Bucket":"b"}'),
      callId('s3', 'GetBucketAcl', 'eu-west-2', '{"Bucket":"a"}'),
      callId('s3', 'GetBucketPolicy', 'eu-west-1', '{"Bucket":"a"}'),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
    expect(callId('iam', 'ListUsers', 'us-east-1', '{}')).toBe('iam:ListUsers@us-east-1');
  });

  it('seals an error by its code and its words', () => {
    const denied = seal({ error: { code: 'AccessDenied', message: 'no' } });
    expect(denied).not.toBe(seal({ error: { code: 'AccessDenied', message: 'yes' } }));
    expect(denied).toBe(seal({ error: { message: 'no', code: 'AccessDenied' } }));
  });

  const call = { service: 's3', operation: 'ListBuckets', region: 'us-east-1', at: 'now' };
  const record = (id: string, input = '{}') => ({
    ...call,
    id,
    requestId: null,
    attempts: 1,
    input,
    answer: '{}',
    sha256: '',
  });
  const operation = { service: 's3', name: 'ListBuckets', action: 's3:ListAllMyBuckets' };

  it('shows the input of a call where it has one', () => {
    const ledger = createLedger();
    ledger.add(record('bare'), operation, 'ok', true);
    ledger.add(record('one', '{"Bucket":"a"}'), operation, 'ok', true);
    const [bare, one] = ledger.lines;
    expect(bare).not.toHaveProperty('input');
    expect(one).toHaveProperty('input', { Bucket: 'a' });
  });

  it('keeps each call as it comes', () => {
    const kept: unknown[] = [];
    const ledger = createLedger((each) => kept.push(each));
    ledger.add(record('x'), operation, 'ok', true);
    expect(kept).toEqual([record('x')]);
  });

  it('takes a call for one of its Region until it is one of the whole account', () => {
    const ledger = createLedger();
    ledger.add(record('x'), operation, 'ok', true);
    ledger.add(record('y'), operation, 'ok', true);
    ledger.spansRegions('x');
    ledger.spansRegions('never sent');
    expect(ledger.lines.map(({ id, regional }) => [id, regional])).toEqual([
      ['x', false],
      ['y', true],
    ]);
  });

  it('keeps faults of ours in their order', () => {
    const ledger = createLedger();
    expect(ledger.faults).toEqual([]);
    const fault = { in: 'check', id: 's3-a', service: 's3', region: 'global' } as const;
    ledger.fault({ ...fault, detail: 'one' });
    ledger.fault({ ...fault, detail: 'two' });
    expect(ledger.faults.map(({ detail }) => detail)).toEqual(['one', 'two']);
  });

  it('remembers the first thing that was wrong with an answer, and all who could not use it', () => {
    const ledger = createLedger();
    ledger.add(record('x'), operation, 'ok', false);
    ledger.spoil('x', 'first', 's3.buckets');
    ledger.spoil('x', 'second', 's3.buckets');
    ledger.spoil('x', 'third', 's3.others');
    ledger.spoil('never sent', 'fourth', 's3.others');
    expect(ledger.lines).toMatchObject([
      {
        id: 'x',
        spoilt: 'first',
        spoiltFor: ['s3.buckets', 's3.others'],
        action: 's3:ListAllMyBuckets',
      },
    ]);
  });
});

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
