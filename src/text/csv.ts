/**
 * Comma-separated values as RFC 4180 has them: quotes around a field that needs them, two quotes for one inside. Lines
 * may end in LF alone.
 */

/** One field and what ends it; a quoted field may hold commas, quotes and line ends. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/**
 * The records, each with its fields. A line end after the last record opens no further one.
 *
 * @returns undefined where the text is not well formed, such as a quote amid a field
 */
export function parseCsv(text: string): readonly (readonly string[])[] | undefined {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length || record.length > 0) {
    field.lastIndex = at;
    const found = field.exec(text);
    if (!found) return undefined;
    const [whole, quoted, plain = '', end] = found;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** Records as text, without a line end after the last. A field is quoted where it must be. */
export function csvText(records: readonly (readonly string[])[]): string {
  return records.map((record) => record.map(csvField).join(',')).join('\n');
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
