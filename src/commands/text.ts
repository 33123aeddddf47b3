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

/** The same in several tables below each other where one is too wide; each begins with the first column. */
export function tableWithin(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const [first = 0] = widths;
  const blocks: number[][] = [];
  let taken = Infinity;
  for (const [column, own] of widths.entries()) {
    if (column === 0) continue;
    if (taken + 2 + own > width) {
      blocks.push([0]);
      taken = first;
    }
    blocks.at(-1)?.push(column);
    taken += 2 + own;
  }
  return blocks
    .map((block) =>
      table(
        cellsOf(head, block),
        rows.map((row) => cellsOf(row, block)),
      ),
    )
    .join('\n\n');
}

function cellsOf(row: readonly string[], columns: readonly number[]): readonly string[] {
  return columns.map((column) => row[column] ?? '');
}

/** A table whose last column is of sentences: where it is too wide, each stands below the rest of its row. */
export function listWithin(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const whole = table(head, rows);
  if (whole.split('\n').every((line) => line.length <= width)) return whole;
  const lines = table(
    head.slice(0, -1),
    rows.map((row) => row.slice(0, -1)),
  ).split('\n');
  const sentences = [head, ...rows].map((row) => wrap(row.at(-1) ?? '', { width, indent: 4 }));
  return lines.flatMap((line, at) => [line, ...(sentences[at] ?? [])]).join('\n');
}

/** Lines of at most 80 columns behind an indent of `indent` blanks. */
export function wrapText(text: string, indent = 0): string {
  return wrap(text, { width: 80, indent }).join('\n');
}

/** As `wrapText`, with each line after the first further in by 2: an entry of a list, so that the next one is seen to begin. */
export function hangingText(text: string, indent: number): string {
  const [first, ...others] = wrap(text, { width: 78, indent });
  return [first, ...others.map((line) => `  ${line}`)].join('\n');
}
