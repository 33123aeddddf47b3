/**
 * Records for spreadsheets: comma-separated values as RFC 4180 has them, in which nothing is a formula. Excel, LibreOffice and
 * Google Sheets run what begins with one of a few characters, and anybody who may name a resource may choose such a name
 * (OWASP, "CSV Injection"). So an apostrophe stands before it, which makes it text. It stands there after a separator or a
 * quote inside of a text too: a spreadsheet that is set to semicolons begins a cell there.
 */
import { printable } from './printable.ts';

/** The first characters of formulas, and the forms of them that are as wide as a Chinese letter. */
const formula = /(^|[;,|"'])(\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** Characters of a cell: Excel holds 32,767. */
const longestCell = 32_000;

/**
 * Says that the text is UTF-8. Excel takes a file without it for one of the code page of its user, and garbles every letter that
 * is not of ASCII.
 */
export const byteOrderMark = '\uFEFF';

/** One record with its line end. Line ends and other characters that cannot be seen are written out. */
export function spreadsheetRecord(texts: readonly string[]): string {
  return `${texts.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const safe = within(printable(text).replace(formula, "$1$2'"));
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel counts halves of pairs, as JavaScript does; no character is cut in two. */
function within(text: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
