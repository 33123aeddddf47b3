/** F23: every statement of the texts that the project grew from has its place in the matrix. */
import { describe, expect, it } from 'vitest';
import { responsibilities } from '../../src/responsibilities/index.ts';
import { statements } from './statements.ts';

describe('F23 the statement', () => {
  it.each(statements.map((each) => [each.text, each.says, each] as const))(
    'of text %i on %s has its place',
    (_text, _says, { lines, owner, words }) => {
      for (const line of lines) {
        const [service = '', layer = ''] = line.split('.');
        const rows = responsibilities().filter(
          (row) => row.layer === layer && (service === 'every' || row.service === service),
        );
        expect(rows, line).not.toEqual([]);
        for (const row of rows) {
          const { awsPart, customerPart, attestation, wanted } = row;
          expect([awsPart, customerPart, attestation, wanted].join(' '), row.id).toMatch(words);
          if (owner !== undefined) expect(row.owner, row.id).toBe(owner);
        }
      }
    },
  );

  it('is told of each of the five texts', () => {
    expect(new Set(statements.map(({ text }) => text))).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});
