import { describe, expect, it } from 'vitest';
import { negatedBase, parseOperator } from '../../src/policy/operators.ts';

// IAM user guide, "IAM JSON policy elements: Condition operators": all of them, and what the negated ones negate.
const OPERATORS: Readonly<Record<string, string | undefined>> = {
  StringEquals: undefined,
  StringNotEquals: 'stringequals',
  StringEqualsIgnoreCase: undefined,
  StringNotEqualsIgnoreCase: 'stringequalsignorecase',
  StringLike: undefined,
  StringNotLike: 'stringlike',
  NumericEquals: undefined,
  NumericNotEquals: undefined,
  NumericLessThan: undefined,
  NumericLessThanEquals: undefined,
  NumericGreaterThan: undefined,
  NumericGreaterThanEquals: undefined,
  DateEquals: undefined,
  DateNotEquals: undefined,
  DateLessThan: undefined,
  DateLessThanEquals: undefined,
  DateGreaterThan: undefined,
  DateGreaterThanEquals: undefined,
  Bool: undefined,
  BinaryEquals: undefined,
  IpAddress: undefined,
  NotIpAddress: 'ipaddress',
  ArnEquals: undefined,
  ArnLike: undefined,
  ArnNotEquals: 'arnequals',
  ArnNotLike: 'arnlike',
};

describe('condition operators', () => {
  it.each(Object.entries(OPERATORS))('%s, which negates %s', (name, negated) => {
    const base = name.toLowerCase();
    expect(parseOperator(name)).toEqual({ base, quantifier: 'none', ifExists: false });
    expect(parseOperator(`${name}IfExists`)).toEqual({ base, quantifier: 'none', ifExists: true });
    expect(parseOperator(`ForAnyValue:${name}`)).toEqual({
      base,
      quantifier: 'any',
      ifExists: false,
    });
    expect(parseOperator(`FORALLVALUES:${name}ifexists`)).toEqual({
      base,
      quantifier: 'all',
      ifExists: true,
    });
    expect(negatedBase(base)).toBe(negated);
  });

  it('Null, which has no IfExists and negates nothing', () => {
    expect(parseOperator('Null')).toEqual({ base: 'null', quantifier: 'none', ifExists: false });
    expect(negatedBase('null')).toBeUndefined();
  });

  it.each([
    'NullIfExists',
    'StringEqual',
    'IfExists',
    '',
    'ForAnyValues:StringLike',
    'ForSomeValue:StringLike',
    ':StringLikes',
    'StringLike:ForAnyValue',
    'ForAnyValue:ForAllValues:StringLike',
    'ForAnyValue:',
    'IfExistsStringLike',
  ])('does not know %j', (name) => {
    expect(parseOperator(name)).toBeUndefined();
  });
});
