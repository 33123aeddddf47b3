import { describe, expect, it } from 'vitest';
import { withCountedIds } from '../../../src/run/outputs/pdf-ids.ts';

/** As Chromium writes a table of a head and two cells: their elements, the sorted list of their ids, and a bookmark. */
function pdfWith([head, first, second]: readonly [string, string, string]): Buffer {
  const elements = [
    `<< /S /TH /ID (${head})>>`,
    `<< /S /TD /ID (${first}) /A [<</Headers [(${head})]>>]>>`,
    `<< /S /TD /ID (${second}) /A [<</Headers [(${head})]>>]>>`,
  ];
  const pairs = [`(${head}) 9 0 R`, `(${first}) 10 0 R`, `(${second}) 11 0 R`].toSorted();
  const [least = '', , most = ''] = [head, first, second].toSorted();
  const names = `<</Limits [(${least}) (${most})]\n/Names [${pairs.join(' ')}]>>`;
  const rest = '<< /Title (node00000068)>> stream \xE9(node99999999)';
  return Buffer.from([...elements, names, rest].join('\n'), 'latin1');
}

describe('the ids of a tagged PDF', () => {
  const counted = pdfWith(['node00000001', 'node00000002', 'node00000003']);

  it('are the same, whatever numbers the browser counted by', () => {
    expect(
      withCountedIds(pdfWith(['node00000003', 'node00000080', 'node00000083'])).equals(counted),
    ).toBe(true);
    // Here the head was laid out after its cells.
    expect(
      withCountedIds(pdfWith(['node00000068', 'node00000010', 'node00000011'])).equals(counted),
    ).toBe(true);
  });

  it('leave what is no id as it is: a bookmark of the same text, and what is compressed', () => {
    const given = pdfWith(['node00000068', 'node00000071', 'node00000075']);
    const text = withCountedIds(given).toString('latin1');
    expect(text).toContain('/Title (node00000068)');
    expect(text).toContain('\xE9(node99999999)');
    expect(text).toHaveLength(given.length);
  });

  it('stay where there is not one list of them', () => {
    const twice = Buffer.concat([
      counted,
      pdfWith(['node00000006', 'node00000005', 'node00000004']),
    ]);
    expect(withCountedIds(twice)).toBe(twice);
  });
});
