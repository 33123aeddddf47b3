/** Every line of the matrix is covered by something, or says why it is not. */
import { describe, expect, it } from 'vitest';
import {
  countCovered,
  coveredBy,
  readingOf,
  responsibilities,
} from '../../src/responsibilities/index.ts';

const lines = responsibilities().map((row) => ({
  ...row,
  ...coveredBy(row, readingOf(row.service, row.layer)),
  parts: readingOf(row.service, row.layer).parts,
}));
const counts = countCovered(lines);

describe('what covers the lines of the matrix', () => {
  it('is nothing yet for at most 15 % of the lines of which the customer has a part', () => {
    expect(counts.customers).toBe(lines.filter(({ owner }) => owner !== 'aws').length);
    expect(counts.nothingYet / counts.customers).toBeLessThanOrEqual(0.15);
  });

  it('is counted once for each line', () => {
    const { aws, check, attestation, nothingYet } = counts;
    expect(aws + check + attestation + nothingYet).toBe(lines.length);
    expect(counts.lines).toBe(responsibilities().length);
  });

  it('has a reason where it is nothing yet, with the API that would tell, and there alone', () => {
    const open = lines.filter(({ covered }) => covered === 'nothing-yet');
    expect(
      open.filter(({ why = '' }) => !/^No check reads .+; .+ would tell\.$/.test(why)),
    ).toEqual([]);
    expect(open.filter(({ unread }) => unread.length === 0)).toEqual([]);
    const reasons = lines.filter(({ why }) => why !== undefined);
    expect(reasons.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
  });

  it('is a check only where one reads a part, and a person only where a question stands', () => {
    const falsely = lines.filter(
      ({ covered, parts, attestation }) =>
        (covered === 'check') !== parts.length > 0 ||
        (covered === 'attestation' && attestation === undefined),
    );
    expect(falsely.map(({ id }) => id)).toEqual([]);
  });

  it('leaves something unread where a question asks for a part of a line without checks', () => {
    const asked = lines.filter(
      ({ covered, asked: asks }) => covered === 'attestation' && asks === 'rest',
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ unread }) => unread.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
