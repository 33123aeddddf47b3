/** What a reader of the page sees, for tests that hold its words against others. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text of markup, with `between` in the place of each tag; what stands in it by number or name is a letter again. */
export function htmlText(markup: string, between = ' '): string {
  return markup
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*>/g, between)
    .replaceAll(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, number?: string, name = '') =>
      number === undefined ? (named[name] ?? '') : String.fromCodePoint(Number(number)),
    );
}
