/** Text in columns and paragraphs. */
import { wrap } from '../text/wrap.ts';

/** Columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Lines of at most 80 columns behind an indent of `indent` blanks. */
export function wrapText(text: string, indent = 0): string {
  return wrap(text, { width: 80, indent }).join('\n');
}
