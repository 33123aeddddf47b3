/** K6: what a line says that checks read is what checks say that they assess, for every check. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Parameter } from '../../src/judge/parameter.ts';
import { ownReadingOf, readingOf, responsibilities } from '../../src/responsibilities/index.ts';

const lines = responsibilities().map((row) => ({
  ...row,
  ...readingOf(row.service, row.layer),
}));

describe('F16 what checks read of a line', () => {
  it.each(checks.map((check) => [check.id, check] as const))(
    '%s stands in the line that it assesses, once',
    (id, { responsibility }) => {
      const holding = lines.filter(({ service, layer }) =>
        ownReadingOf(service, layer).parts.some((part) => part.checks.includes(id)),
      );
      expect(holding.map((line) => line.id)).toEqual([responsibility]);
      const times = holding
        .flatMap(({ service, layer }) => ownReadingOf(service, layer).parts)
        .flatMap((part) => part.checks);
      expect(times.filter((each) => each === id)).toEqual([id]);
    },
  );

  it('names no check that there is not, and no part without a check', () => {
    const ids = new Set(checks.map(({ id }) => id));
    const parts = lines.flatMap((line) => line.parts);
    expect(parts.flatMap((part) => part.checks).filter((id) => !ids.has(id))).toEqual([]);
    expect(parts.filter((part) => part.checks.length === 0)).toEqual([]);
  });

  it('is said of no line that is AWS’s alone', () => {
    expect(lines.filter(({ owner, parts }) => owner === 'aws' && parts.length > 0)).toEqual([]);
  });
});

describe('F17 a title that names the value of a parameter', () => {
  const numbers = checks.flatMap((check) =>
    Object.entries(check.params).flatMap(([name, value]) =>
      typeof value === 'number' && new RegExp(`\\b${value}\\b`).test(check.title)
        ? [[check.id, name, check, value] as const]
        : [],
    ),
  );

  it('is that of four checks at least', () => {
    expect(numbers.length).toBeGreaterThanOrEqual(4);
  });

  it.each(numbers)('names the value in use: %s.%s', (_id, name, check, usual) => {
    const set: Record<string, Parameter> = { [name]: 3650 };
    expect(check.titleWith(set)).toContain('3650');
    expect(check.titleWith(set)).not.toMatch(new RegExp(`\\b${usual}\\b`));
    expect(check.titleWith({})).toBe(check.title);
  });
});
