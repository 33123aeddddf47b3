import { describe, expect, it } from 'vitest';
import { painter } from '../../src/text/paint.ts';
import { printableData } from '../../src/text/printable.ts';
import { terminalText, visibleJson } from '../../src/text/terminal-text.ts';

const hostile = '\u001B[2J\u009B1;1H\u001B]0;title\u0007\u202Egnp.exe\rover\u2028next\u{E0041}';

describe('F68: what a terminal is sent', () => {
  it('is lines and our own paint, and nothing else that is not to be seen', () => {
    const text = `${painter(true)('bold', 'bold')}\n${hostile}`;
    const sent = terminalText(text);
    expect(sent.split('\n')[0]).toBe('\u001B[1mbold\u001B[0m');
    expect(sent.split('\n')[1]).toMatch(/^[\x20-\x7E]+$/);
    expect(sent).toContain('<U+001B>[2J<U+009B>1;1H');
  });

  it('of plain data is what every member of it says, made printable', () => {
    const data = { a: hostile, of: [{ b: 'x\ny' }, 1, null, true] };
    const copy = printableData(data);
    expect(copy.a).toMatch(/^[\x20-\x7E]+$/);
    expect(copy.of).toEqual([{ b: 'x<U+000A>y' }, 1, null, true]);
  });

  it.each(['\n', '\u0000', '\u001B', '\u202E', '\u2028', '\uD800', '\\\n'])(
    'of plain data shows the only %j in it',
    (letter) => {
      expect(printableData({ a: `x${letter}y` }).a).toMatch(/^x\\?<U\+[0-9A-F]{4}>y$/);
    },
  );

  it.each(['é', '"', '\\', '\\n', '\\u202E', '{"a":1}'])(
    'of plain data leaves %j as it is',
    (text) => {
      expect(printableData([text])).toEqual([text]);
    },
  );

  it('of JSON is the same JSON', () => {
    const json = JSON.stringify({ name: hostile, half: '\uD800' }, null, 1);
    const seen = visibleJson(json);
    expect(seen).toMatch(/^[\x20-\x7E\n]+$/);
    expect(JSON.parse(seen)).toEqual(JSON.parse(json));
  });
});
