import { printable } from './printable.ts';

/** A text as a cell or a line of Markdown shows it: nothing of it is a link, a tag, a table or a mention. */
export function escapeMarkdown(text: string): string {
  const plain = printable(text.replaceAll(/\s+/g, ' '));
  return plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//');
}
