/**
 * That nothing in a file for spreadsheets is a formula, whatever a spreadsheet takes for the end of a cell. The reader here
 * knows nothing of how the file was written: it takes the bytes apart as a spreadsheet would that is set to one separator.
 */
import { describe, expect, it } from 'vitest';
import { byteOrderMark, spreadsheetRecord } from '../../src/text/spreadsheet.ts';

const separators = [',', ';', '\t', '|'];
/** ASCII, and as wide as a Chinese letter (U+FF1D and its like): Excel runs both. */
const signs = ['=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];
const before = [
  ...[
    '',
    ' ',
    '   ',
    '\u00A0',
    '\u3000',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\v',
    '\f',
    '\0',
    '\u200B',
    '\uFEFF',
  ],
  ...[
    '"',
    "'",
    '""',
    '" ',
    "' ",
    '"\t',
    ',',
    ', ',
    ';',
    '; ',
    '|',
    '| ',
    '\t ',
    '\n ',
    '";"',
    '","',
    "';'",
  ],
  ...[
    'x',
    'x,',
    'x;',
    'x|',
    'x\t',
    'x\n',
    'x\r',
    'x";',
    "x',",
    'x "',
    'x ',
    '"x";',
    '"x",',
    '"x"\n',
  ],
];
const after = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://evil.example")',
  '"',
  '',
  ';=2',
  ',=2',
  '\n=2',
];

/** Cells of a text as a spreadsheet takes them; a quote means something where a cell begins, and is a letter elsewhere. */
function cellsOf(text: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isNew = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && isNew) {
      isQuoted = true;
      isNew = false;
    } else if (letter === separator || letter === '\n' || letter === '\r') {
      cells.push(cell);
      cell = '';
      isNew = true;
    } else {
      cell += letter;
      isNew = false;
    }
  }
  return cell === '' ? cells : [...cells, cell];
}

/** A blank before it does not keep a formula from being one, nor does a quote that the spreadsheet takes off. */
const formula = /^[\s\p{Cf}\0"']*?(?<!')[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

describe.each(separators)('read with %j between cells', (separator) => {
  it.each(signs)('nothing that somebody put %s into is a formula', (sign) => {
    const texts = before.flatMap((first) => after.map((last) => `${first}${sign}${last}`));
    const run = texts.flatMap((text) => {
      const written = spreadsheetRecord(['id', text, text, 'end']);
      return cellsOf(written, separator).filter((cell) => formula.test(cell));
    });
    expect(run).toEqual([]);
  });
});

it('tells the formulas that it looks for from text', () => {
  for (const cell of ['=1', ' +1', '\t-1', '"@x', '\uFF1D1', '\u00A0=1'])
    expect(cell).toMatch(formula);
  for (const cell of ["'=1", " '=1", '<U+0009>=1', 'a=1', '']) expect(cell).not.toMatch(formula);
});

describe('a record', () => {
  it('is of one line, with the cells that it was given, by RFC 4180', () => {
    const texts = ['plain', 'a,b', 'say "so"', 'two\nlines\r\n', '', 'Zürich 🪣'];
    const written = spreadsheetRecord(texts);
    expect(written.endsWith('\r\n')).toBe(true);
    expect(written.trimEnd()).not.toMatch(/[\r\n]/);
    expect(cellsOf(written.trimEnd(), ',')).toEqual([
      'plain',
      'a,b',
      'say "so"',
      'two<U+000A>lines<U+000D><U+000A>',
      '',
      'Zürich 🪣',
    ]);
  });

  it('has no cell that Excel would cut, and cuts no character in two', () => {
    for (const long of ['🪣'.repeat(40_000), `x${'🪣'.repeat(40_000)}`, ';='.repeat(20_000)]) {
      const [cell = ''] = cellsOf(spreadsheetRecord([long]), ',');
      expect(cell.length).toBeLessThanOrEqual(32_767);
      expect(cell.length).toBeGreaterThan(31_000);
      expect(cell).not.toMatch(/\p{Cs}/u);
    }
  });

  it('is UTF-8 for Excel by the mark before it', () => {
    expect(Buffer.from(byteOrderMark)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });
});
