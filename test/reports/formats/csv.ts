import { csv } from '../../../reports/csv.ts';
import type { FormatCase } from '../../support/format-case.ts';
import { takenFor } from './json.ts';

/** RFC 4180 read strictly, one character after the other; throws where the text breaks it. */
function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [whole, quoted, plain = ''] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(text.slice(at, at + 200_000)) ?? [];
    if (whole === undefined) throw new Error(`no field at ${at}`);
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      records.push(record);
      record = [];
    } else throw new Error(`neither a comma nor a line end at ${at}`);
  }
  if (record.length > 0) throw new Error('the last record does not end');
  return records;
}

function rowsOf(text: string) {
  const [headings = [], ...records] = recordsOf(text.slice(1));
  return records.map(
    (record) => new Map(headings.map((heading, at) => [heading, record[at] ?? ''])),
  );
}

/** What a spreadsheet runs, at the beginning of a cell whichever of these separates cells. */
const formula = /(?:^|[,;|\t\n"'])[^\S\n]*[=+\-@＝＋－＠]/;

export const csvCase: FormatCase = {
  reporter: csv,
  isForPeople: true,
  faults: (text) => {
    if (!text.startsWith('\uFEFF')) return ['no byte order mark'];
    const [headings = [], ...records] = recordsOf(text.slice(1));
    const uneven = records.filter((record) => record.length !== headings.length);
    const long = records.flat().filter((cell) => cell.length > 32_767);
    // An apostrophe of our own goes before each.
    const run = text
      .split('\r\n')
      .filter((line) => formula.test(line.replaceAll(/'(?=[=+\-@＝＋－＠])/g, 'x')));
    return [...uneven, ...long, ...run];
  },
  told: (text) =>
    rowsOf(text).map((row) => ({
      id: row.get('id') ?? '',
      as: takenFor(row.get('outcome') ?? ''),
    })),
};
