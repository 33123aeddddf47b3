/** Lines that fit. */

/** The beginning of a long text, `…` in place of the rest. */
export function cutEnd(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}

/** The end of a long text, where ARNs differ. */
export function cutStart(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `…${characters.slice(1 - width).join('')}`;
}

export interface Wrapping {
  /** Columns of the longest line, indent included. */
  readonly width: number;
  /** Blanks before each line. */
  readonly indent?: number;
  /** More blanks before each line but the first. */
  readonly hang?: number;
}

/** Words on lines of at most `width` columns. A word that is longer than a line is broken. */
export function wrap(text: string, { width, indent = 0, hang = 0 }: Wrapping): string[] {
  const longest = Math.max(1, width - indent - hang);
  const words = text.split(/\s+/).flatMap((word) => pieces(word, longest));
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of words) {
    if (line !== undefined && line.length + 1 + word.length > width) {
      lines.push(line);
      line = undefined;
    }
    const blanks = ' '.repeat(lines.length === 0 ? indent : indent + hang);
    line = line === undefined ? blanks + word : `${line} ${word}`;
  }
  return line === undefined ? lines : [...lines, line];
}

function pieces(word: string, longest: number): string[] {
  const count = Math.ceil(word.length / longest);
  return Array.from({ length: count }, (_, at) => word.slice(at * longest, (at + 1) * longest));
}
