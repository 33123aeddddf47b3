/**
 * Names, tags and messages come from the account, so anyone who may name a resource may put a character into a report
 * or onto a terminal that cannot be seen: an escape sequence, a mark that turns the direction of writing, a space without
 * width. This is the one way by which such text gets out.
 */
import { paintMark } from './paint.ts';

/** Control, format and separator characters, halves of a pair, and the letters that have no shape. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/** The text with each character that cannot be seen written out, such as `<U+202E>`. */
export function printable(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Plain data, each text of it made printable in whatever member it stands. */
export function printableCopy<T>(data: T): T {
  const copy: T = JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
  return copy;
}

/**
 * What a terminal may be sent: lines, and our own paint on them. Text of others was made printable when it was put in;
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
