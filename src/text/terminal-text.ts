/** What a terminal is sent. */
import { paintMark } from './paint.ts';
import { invisible, printable } from './printable.ts';

/**
 * Lines, and our own paint on them. Text of others was made printable when it was put in;
 * where that was forgotten its escapes end here.
 */
export function terminalText(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .split(paintMark)
        .map((part, at) => (at % 2 === 1 ? part : printable(part)))
        .join(''),
    )
    .join('\n');
}

/** JSON with each character that cannot be seen as its escape: for a terminal; the values stay the same. */
export function visibleJson(json: string): string {
  return json.replace(invisible, (characters) =>
    characters === '\n'
      ? characters
      : [...Array(characters.length).keys()]
          .map((at) => `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
  );
}
