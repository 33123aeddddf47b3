/**
 * Text in OSCAL's data types (https://pages.nist.gov/metaschema/specification/datatypes/). Titles and prose are Markdown
 * there, so what an account calls its resources could become a link or a picture in a reader's tool.
 */
import { printable } from '../../src/text/printable.ts';

/** What has a meaning in OSCAL's Markdown, or in the HTML that it may hold. */
const markup = /[\\`*_~^[\]<>&{}"|]/g;

/** What begins a block where a line begins with it: a heading, a list, a line across. */
const block = /^(?:[#+=-]|\d+(?=[.)]))/;

/** For titles, descriptions, remarks and prose: one line that reads as it is written. */
export function markdown(text: string): string {
  const shown = string(text).replaceAll(markup, String.raw`\$&`);
  return shown.replace(block, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** For values of properties: one line that neither begins nor ends with a blank. Empty where the text is. */
export function string(text: string): string {
  return printable(text).replaceAll(/^\s+|\s+$/gu, (blanks) => [...blanks].map(written).join(''));
}

function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
