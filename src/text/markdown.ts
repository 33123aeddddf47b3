/**
 * Text in Markdown, as GitHub and GitLab read it. Escaping is not enough there: what makes links of @names, #123, addresses
 * and :emoji: looks at the text after Markdown was read, so it finds `\@name` and `&#64;name` all the same
 * (https://github.com/github/cmark-gfm/issues/181). It passes over code. Hence one rule: outside of code stand plain words
 * and nothing else, whoever wrote them.
 */
import { printable } from './printable.ts';

/** Any text as code: nothing in it is a link, a tag, a mention or markup. It takes one line. */
export function codeSpan(text: string): string {
  const shown = printable(text);
  if (shown === '') return '(empty)';
  const runs = [...shown.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  // A blank at both ends is taken off by who reads it (CommonMark 0.31, section 6.1), so one more keeps the text as it is.
  const isPadded = /^`|`$|^ .*[^ ].* $/.test(shown);
  return isPadded ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Words of Latin letters, numbers and days. */
const plainWord =
  /^(?:\p{Script=Latin}+\d{0,2}(?:['’-]\p{Script=Latin}+)*|\d{1,6}%?|\d{1,3}(?:,\d{3})+|\d{4}-\d\d-\d\d)?$/u;

/** What may be the id of a commit, of which GitHub makes a link. */
const hexadecimal = /^[\da-f]{7,}$/i;

/** Signs that stand around the words of a sentence; none means anything in Markdown where it stands amid a line. */
const openingSigns = '("“‘';
const closingSigns = ')"”’.,;:!?…';

/** A sentence: its plain words as they are, and whatever else is in it as code. Line ends become blanks. */
export function markdownText(text: string): string {
  const parts: string[] = [];
  /** Words that stand in one piece of code. */
  let code: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const { before, core, after } = wordParts(word);
    const isPlain = plainWord.test(core) && !hexadecimal.test(core);
    if (code.length > 0 && (isPlain || before !== '')) {
      parts.push(codeSpan(code.join(' ')));
      code = [];
    }
    if (isPlain) {
      parts.push(word);
      continue;
    }
    code.push(core);
    if (before === '' && after === '') continue;
    parts.push(`${before}${codeSpan(code.join(' '))}${after}`);
    code = [];
  }
  if (code.length > 0) parts.push(codeSpan(code.join(' ')));
  return parts.join(' ');
}

/** A word without the signs around it. */
function wordParts(word: string) {
  const from = openingSigns.includes(word.charAt(0)) ? 1 : 0;
  let to = word.length;
  while (to > from && closingSigns.includes(word.charAt(to - 1))) to -= 1;
  return { before: word.slice(0, from), core: word.slice(from, to), after: word.slice(to) };
}

/** What is written between the bars of a table, from any Markdown of one line. */
export function markdownCell(markdown: string): string {
  // A bar ends a cell in code too, unless a backslash stands before it, which must not be escaped itself.
  return markdown.replaceAll('\\|', '\\<U+007C>').replaceAll('|', '\\|');
}

/** An address of a page as a link, where it is one of the web without anything odd; else as code. */
export function markdownLink(address: string): string {
  return /^https:\/\/[\w.-]+(?:\/[\w./?=&%#~+-]*)?$/.test(address)
    ? `<${address}>`
    : codeSpan(address);
}
