import { array, assert, boolean, constantFrom, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { parseCsv } from '../../src/text/csv.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const records = array(array(string(), { minLength: 1, maxLength: 5 }), { minLength: 1 });

it('gives back every record that was quoted', () => {
  assert(
    property(records, constantFrom('\n', '\r\n'), boolean(), (table, end, ended) => {
      const text = table.map((record) => record.map(quoted).join(',')).join(end);
      expect(parseCsv(ended ? text + end : text)).toEqual(table);
    }),
  );
});

it.each([
  ['', []],
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,\r\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['a,', [['a', '']]],
  ['"x, y","say ""no"""', [['x, y', 'say "no"']]],
])('reads %j', (text, expected) => {
  expect(parseCsv(text)).toEqual(expected);
});

it.each(['a"b', '"a', '"a"b', 'a,"b\nc', 'a\rb'])('refuses %j', (text) => {
  expect(parseCsv(text)).toBeUndefined();
});
