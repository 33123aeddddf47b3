/** Lines within a size: what does not fit is counted, and never cut in silence. */
import { markdownText } from '../../src/text/markdown.ts';
import { number } from '../html/words.ts';

/** Characters of one text that somebody else worded; a name may be as long as they like. */
const longestText = 300;

/** A place for lines, in bytes of UTF-8 with their line ends. */
export interface Room {
  /** Takes all of the lines where they fit together, else none. */
  takes(lines: readonly string[]): boolean;
  readonly lines: readonly string[];
}

export function roomOf(bytes: number): Room {
  const lines: string[] = [];
  let left = bytes;
  return {
    takes: (added) => {
      const size = sizeOf(added);
      if (size > left) return false;
      left -= size;
      lines.push(...added);
      return true;
    },
    lines,
  };
}

/** Bytes of lines with their line ends. */
export function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

/** As many entries of a list as fit and as many as are wanted, and what is said of the rest. */
export function listWithin(
  entries: readonly string[],
  { bytes, most }: { readonly bytes: number; readonly most: number },
): readonly string[] {
  const room = roomOf(bytes);
  const told = entries.slice(0, most).findIndex((entry) => !room.takes([entry]));
  const listed = told === -1 ? Math.min(entries.length, most) : told;
  const left = entries.length - listed;
  return left === 0 ? room.lines : [...room.lines, `- and ${number(left)} more, in report.json`];
}

/** The beginning of a long text, in whole characters, with a sign that it goes on. */
export function shortened(text: string, most = longestText): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, most * 2));
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}

/** Text of others with a full stop at its end; empty where there is none. */
export function sentence(text: string, most: number): string {
  const shown = markdownText(shortened(text, most));
  return shown === '' || /[.!?…]$/.test(shown) ? shown : `${shown}.`;
}
