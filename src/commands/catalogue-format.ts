/** Catalogues, of checks or of responsibility lines, in the formats that people and programs read them in. */
import { csvText } from '../text/csv.ts';
import { unknownName } from '../text/user-error.ts';
import { print, screens } from './terminal.ts';
import { listWithin } from './text.ts';

const formats = ['table', 'csv', 'json'] as const;
export type CatalogueFormat = (typeof formats)[number];

export interface FormatOptions {
  readonly format?: string;
  readonly json?: true;
}

/**
 * The format that was asked for; undefined where none was.
 *
 * @param further formats that one catalogue has beside those of all
 */
export function catalogueFormat<F extends string>(
  { format, json }: FormatOptions,
  further: readonly F[],
): CatalogueFormat | F | undefined {
  if (json) return 'json';
  if (format === undefined) return undefined;
  const known = [...formats, ...further];
  const found = known.find((each) => each === format.toLowerCase());
  if (found) return found;
  throw unknownName('format', format, known, `Known: ${known.join(', ')}.`);
}

/** A column of the table, of the CSV, or of both. */
export interface Column<T> {
  /** Of the CSV: the name of the member in JSON. */
  readonly name: string;
  /** Of the table; not in it where there is none. */
  readonly head?: string;
  readonly of: (item: T) => string;
}

/** Prints `items`, which JSON takes as they are. */
export function printCatalogue<T>(
  format: CatalogueFormat,
  items: readonly T[],
  columns: readonly Column<T>[],
): void {
  if (format === 'json') {
    print(JSON.stringify(items, null, 2));
    return;
  }
  if (format === 'csv') {
    const rows = items.map((item) => columns.map(({ of }) => of(item)));
    print(csvText([columns.map(({ name }) => name), ...rows]));
    return;
  }
  const shown = columns.filter(({ head }) => head !== undefined);
  const rows = items.map((item) => shown.map(({ of }) => of(item)));
  // Without a terminal each row is a line, for grep.
  const width = screens.out.columns ?? Infinity;
  print(
    listWithin(
      shown.map(({ head = '' }) => head),
      rows,
      width,
    ),
  );
}
