/** Text in the two places where SARIF reads more into it than its letters. */
import { printable } from '../../src/text/printable.ts';

/**
 * The text of a message: `{0}` would be a placeholder (section 3.11.5), so braces are doubled, and `[words](place)` a link
 * (section 3.11.6), which a blank undoes for every reader.
 */
export function messageText(text: string): string {
  return printable(text).replaceAll(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

/** Longer than AWS lets a name be, but for those that are ARNs. */
const mostOfSegment = 512;

/** A segment of a relative URI: no character that means something there, no `..`, and of a bounded length. */
export function uriSegment(text: string): string {
  const cut = [...printable(text)].slice(0, mostOfSegment).join('');
  return encodeURIComponent(/^\.*$/.test(cut) ? `_${cut}` : cut);
}
