/**
 * Makes text from an account safe for a terminal: names and tags are the account's, and may hold escape sequences or
 * marks that turn the direction of writing. What cannot be seen is shown as its code point.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
