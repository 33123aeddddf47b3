import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Clause,
  type FilterPattern,
  parseFilterPattern,
  PatternError,
} from '../../../src/reasoning/alarms/filter-pattern.ts';
import { type KnownFields, matchOf } from '../../../src/reasoning/alarms/filter-match.ts';
import '../../support/property-seed.ts';

const fields = ['eventName', 'userIdentity.type', 'requestParameters.ids[0].id'] as const;
const texts = ['CreateTrail', 'Delete*', '*Trail', 'Failed authentication', 'a.b-c_d/e:f', ''];
const field = fc.constantFrom(...fields);
const text = fc.constantFrom(...texts);

const clause = fc.oneof(
  fc.record({
    kind: fc.constant('compares' as const),
    field,
    by: fc.constantFrom('=' as const, '!=' as const),
    value: fc.oneof(
      text.map((each) => ({ kind: 'text', text: each }) as const),
      fc.constant({ kind: 'regex', regex: '^(Create|Delete)' } as const),
      fc.constant({ kind: 'regex', regex: 'Trail$' } as const),
    ),
  }),
  fc.record({ kind: fc.constant('exists' as const), field, exists: fc.boolean() }),
  fc.record({
    kind: fc.constant('is' as const),
    field,
    value: fc.constantFrom('TRUE' as const, 'FALSE' as const, 'NULL' as const),
  }),
);

const { pattern } = fc.letrec<{ pattern: FilterPattern; joined: FilterPattern }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    clause.map((each): FilterPattern => ({ kind: 'clause', clause: each })),
    tie('joined'),
  ),
  joined: fc
    .tuple(
      fc.constantFrom('all' as const, 'any' as const),
      fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }),
    )
    .map(([kind, of]): FilterPattern => ({
      kind,
      of: of.flatMap((each) => (each.kind === kind ? each.of : [each])),
    })),
}));

/** How a pattern may be written: brackets that are not needed, blanks, quotes, names in brackets. */
const hand = fc.record({
  blank: fc.constantFrom('', ' ', '  \n '),
  brackets: fc.boolean(),
  quotes: fc.boolean(),
  names: fc.boolean(),
});
type Hand = typeof hand extends fc.Arbitrary<infer T> ? T : never;

function written(each: FilterPattern, by: Hand): string {
  return `{${by.blank}${inner(each, by)}${by.blank}}`;
}

function inner(each: FilterPattern, by: Hand): string {
  if (each.kind === 'clause') {
    const plain = clauseText(each.clause, by);
    return by.brackets ? `(${plain})` : plain;
  }
  const mark = each.kind === 'all' ? '&&' : '||';
  // Inside the other kind brackets are needed for ||, and allowed for &&.
  const parts = each.of.map((part) =>
    part.kind === 'any' || (part.kind === 'all' && by.brackets)
      ? `(${inner(part, by)})`
      : inner(part, by),
  );
  return parts.join(`${by.blank}${mark}${by.blank}`);
}

function clauseText(each: Clause, { blank, quotes, names }: Hand): string {
  const path = names
    ? `$${each.field.replaceAll(/(\[\d+\])|\.?([^.[]+)/g, (_, index, name) => (index ? String(index) : `['${name}']`))}`
    : `$.${each.field}`;
  if (each.kind === 'exists') return `${path} ${each.exists ? 'EXISTS' : 'NOT EXISTS'}`;
  if (each.kind === 'is') return `${path} IS ${each.value}`;
  const { value } = each;
  if (value.kind === 'regex') return `${path}${blank}${each.by}${blank}%${value.regex}%`;
  const isBare = !quotes && /^[^\s]+$/.test(value.text);
  return `${path}${blank}${each.by}${blank}${isBare ? value.text : `"${value.text}"`}`;
}

describe('a filter pattern', () => {
  it('means the same however it is written', () => {
    fc.assert(
      fc.property(pattern, hand, (each, by) => {
        expect(parseFilterPattern(written(each, by))).toEqual(each);
      }),
      { numRuns: 500 },
    );
  });

  it('binds && before ||', () => {
    const a = parseFilterPattern('{ $.a = 1 || $.b = 2 && $.c = 3 }');
    expect(a).toEqual(parseFilterPattern('{ ($.a = 1) || (($.b = 2) && ($.c = 3)) }'));
    expect(a).not.toEqual(parseFilterPattern('{ ($.a = 1 || $.b = 2) && $.c = 3 }'));
  });

  it.each(['', '"AccessDenied"', '?ERROR ?WARN', '[ip, user, status = 4*]'])(
    'of other kinds compares no fields: %s',
    (other) => {
      expect(parseFilterPattern(other)).toBeNull();
    },
  );

  it.each([
    '{ $.eventName = CreateTrail',
    '{ ($.eventName = CreateTrail }',
    '{ $.eventName }',
    '{ $.eventName = }',
    '{ eventName = CreateTrail }',
    '{ $.eventName = CreateTrail $.eventName = UpdateTrail }',
    '{ $.eventName IS FINE }',
    '{ }',
  ])('that is none of the language is refused: %s', (broken) => {
    expect(() => parseFilterPattern(broken)).toThrow(PatternError);
  });
});

describe('what a filter takes in', () => {
  const value = fc.constantFrom(
    null,
    'CreateTrail',
    'DeleteTrail',
    'Failed authentication',
    'Root',
  );
  const event = fc.record({ eventName: value, 'userIdentity.type': value });
  const whole = fc.record(Object.fromEntries(fields.map((name) => [name, value])));

  it('that is said of some fields holds whatever the others are', () => {
    fc.assert(
      fc.property(pattern, event, whole, (each, some, others) => {
        const said = matchOf(each, some);
        const is = matchOf(each, { ...others, ...some });
        if (said === 'always') expect(is).toBe('always');
        if (said === 'never') expect(is).toBe('never');
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, KnownFields, string]>([
    ['{ $.eventName = "Create*" }', { eventName: 'CreateTrail' }, 'always'],
    ['{ $.eventName = createtrail }', { eventName: 'CreateTrail' }, 'never'],
    ['{ $.eventName = *a*a* }', { eventName: 'bab' }, 'never'],
    ['{ $.eventName = %Trail% }', { eventName: 'CreateTrail' }, 'always'],
    ['{ $.eventName = %(a+)+% }', { eventName: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' }, 'only-if'],
    ['{ $.a = x && $.b != y }', { a: 'x' }, 'but-for'],
    ['{ $.a = x && $.b = y }', { a: 'x' }, 'only-if'],
    ['{ $.a = x && $.b NOT EXISTS }', { a: 'x', b: null }, 'always'],
    ['{ $.a IS TRUE }', { a: 'true' }, 'always'],
    ['{ $.a > 3 }', { a: '4' }, 'only-if'],
    ['{ $.a != x }', { a: null }, 'only-if'],
  ])('%s of %o: %s', (text, known, match) => {
    const each = parseFilterPattern(text);
    expect(each && matchOf(each, known)).toBe(match);
  });
});
