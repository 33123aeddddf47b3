/**
 * The ids in the structure of a tagged PDF. Chromium takes them from its accessibility tree, whose numbers depend on the moment
 * at which each part of the page was laid out: two prints of one page differ in nothing else.
 */

const declared = /\/ID (\(node\d{8}\))/g;
/** A bookmark may have the same text. */
const named = /(?<!\/Title )\(node\d{8}\)/g;
/** By which ids are found: their first and last, and each with its object. */
const list =
  /\/Limits \[\(node\d{8}\) \(node\d{8}\)\](\s+)\/Names \[((?:\(node\d{8}\) \d+ \d+ R ?)+)\]/g;

/**
 * The same PDF with its ids counted in the order of their elements. No id gets longer or shorter, since a PDF counts the bytes
 * before each of its objects, and the list of them stays sorted (ISO 32000-1, 7.9.6 and 14.7.2). A file that has its ids in
 * several lists is left as it is: they could not be sorted in the room that each has.
 */
export function withCountedIds(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const ids = new Set([...text.matchAll(declared)].map(([, id = '']) => id));
  if ([...text.matchAll(list)].length !== 1) return pdf;
  const counted = new Map(
    [...ids].map((id, at) => [id, `(node${String(at + 1).padStart(8, '0')})`] as const),
  );
  const renamed = text.replaceAll(named, (id) => counted.get(id) ?? id);
  return Buffer.from(renamed.replaceAll(list, sorted), 'latin1');
}

function sorted(_: string, blank: string, names: string): string {
  const pairs = (names.match(/\(node\d{8}\) \d+ \d+ R/g) ?? []).toSorted();
  const limits = `${idOf(pairs[0])} ${idOf(pairs.at(-1))}`;
  return `/Limits [${limits}]${blank}/Names [${pairs.join(' ')}]`;
}

function idOf(pair = ''): string {
  return pair.slice(0, pair.indexOf(' '));
}
