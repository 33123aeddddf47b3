/**
 * On which sheet of a PDF the parts of the page begin. Chromium knows no `target-counter`, so its first print tells the numbers
 * that the contents of the second have. It reads the plain form that Skia gives its files; of any other it tells nothing.
 */

/** The sheet, from 1, of each place that a link of the PDF leads to, by the id that the place has in HTML. */
function sheetsOf(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString('latin1');
  const sheets = new Map(pagesOf(text).map((id, index) => [id, index + 1]));
  const places = new Map<string, number>();
  for (const [, name = '', page = ''] of text.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ /g)) {
    const sheet = sheets.get(page);
    if (sheet !== undefined) places.set(name, sheet);
  }
  return places;
}

/** The pages by their objects, in the order in which they are read: the tree of a long file has several levels. */
function pagesOf(text: string): readonly string[] {
  const kidsOf = new Map<string, readonly string[]>();
  const nodes = /^(\d+) 0 obj\n<<\/Type \/Pages\n[^>]*?\/Kids \[([\d R]*)\]/gm;
  for (const [, id = '', kids = ''] of text.matchAll(nodes)) {
    kidsOf.set(
      id,
      [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid),
    );
  }
  const below = new Set([...kidsOf.values()].flat());
  const leaves = (id: string): readonly string[] => kidsOf.get(id)?.flatMap(leaves) ?? [id];
  return [...kidsOf.keys()].filter((id) => !below.has(id)).flatMap(leaves);
}

/** Where the contents of a page have room for the number of a sheet (reports/html/paper). */
const room = /<span data-sheet-of="([\w-]+)"><\/span>/g;

/** The page with the numbers in its contents; undefined where it has no room for any, or nothing is known. */
export function withSheets(page: string, pdf: Buffer): string | undefined {
  const sheets = sheetsOf(pdf);
  const filled = page.replace(room, (whole, id: string) => {
    const sheet = sheets.get(id);
    return sheet === undefined ? whole : `<span>${sheet}</span>`;
  });
  return filled === page ? undefined : filled;
}
