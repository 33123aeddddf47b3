/** HTML that is safe by construction: what stands between the literal parts of a template is escaped. */
import { printable } from '../../src/text/printable.ts';

/** Text that is HTML already. Only `html` and its neighbours here make one. */
export interface Markup {
  readonly markup: string;
}

export type Part = string | number | Markup | readonly Part[];

export const nothing: Markup = { markup: '' };

/** Strings and numbers are escaped for text and for quoted attributes; lists are joined. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const [first = '', ...rest] = squeezed(literals);
  let markup = first;
  for (const [index, part] of parts.entries()) markup += write(part) + (rest[index] ?? '');
  return { markup };
}

/** The literal parts of a template, without the indentation that only its source needs. */
const squeezedLiterals = new WeakMap<TemplateStringsArray, readonly string[]>();

function squeezed(literals: TemplateStringsArray): readonly string[] {
  const known = squeezedLiterals.get(literals);
  if (known !== undefined) return known;
  const texts = literals.map((text) =>
    text.replace(/\s*\n\s*(>?)/g, (_, end: string) => (end === '' ? '\n' : end)),
  );
  squeezedLiterals.set(literals, texts);
  return texts;
}

/** A value from the account, apart from the direction of the text around it; in letters of ASCII it has no other. */
export function foreign(value: string): Markup {
  return /^[ -~]*$/.test(value) ? html`${value}` : html`<bdi>${value}</bdi>`;
}

export function join(parts: readonly Part[], separator: Part): readonly Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** The same in letters of ASCII: others stand by their numbers, which mean the same wherever no style sheet or script stands. */
export function ascii({ markup }: Markup): string {
  return markup.replace(/\P{ASCII}/gu, (letter) => `&#${letter.codePointAt(0) ?? 0};`);
}

function write(part: Part): string {
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(write).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
