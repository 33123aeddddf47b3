/**
 * Names, tags and messages come from the account, so anyone who may name a resource may put a character into a report
 * or onto a terminal that cannot be seen: an escape sequence, a mark that turns the direction of writing, a space without
 * width. This is the one way by which such text gets out.
 */

/** Control, format and separator characters, halves of a pair, and the letters that have no shape. */
export const invisible: RegExp = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/** The text with each character that cannot be seen written out, such as `<U+202E>`. */
export function printable(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Plain data, each text of it made printable in whatever member it stands; the same data where there is nothing to make so. */
export function printableData<T>(data: T): T {
  const json = JSON.stringify(data);
  // JSON may write what cannot be seen as an escape. Mostly there is nothing of it, and no text is looked at by itself.
  const isSuspect = /\\[^"\\]/.test(json) || json.search(invisible) >= 0;
  if (!isSuspect) return data;
  const copy: T = JSON.parse(json, shown);
  return copy;
}

function shown(_member: string, value: unknown): unknown {
  return typeof value === 'string' ? printable(value) : value;
}
