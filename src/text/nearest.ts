/** Nobody means a name of this many letters; comparing longer ones would cost seconds. */
export const longestName = 200;

/** The best few of `known` for a name that is not among them, for "did you mean". */
export function nearest(name: string, known: readonly string[], most = 3): string[] {
  if (name.length > longestName) return [];
  const wanted = name.toLowerCase();
  const bound = Math.max(2, Math.floor(wanted.length / 3));
  return known
    .map((candidate) => ({ candidate, distance: nameDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= bound)
    .toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** A part of the name counts as near: "public-bucket" should find "s3-bucket-not-public". */
function nameDistance(a: string, b: string): number {
  if (a.length >= 3 && b.includes(a)) return 1;
  return editDistance(a, b);
}

/** Levenshtein. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const removed = (previous[column + 1] ?? 0) + 1;
      const added = (current[column] ?? 0) + 1;
      current.push(Math.min(replaced, removed, added));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
