/** Nobody means a name of this many letters; comparing longer ones would cost seconds. */
export const longestName = 200;

/**
 * The best few of `known` for a name that is not among them, for "did you mean". Where the name is a part of some, it is
 * they that were meant: `--role` is no slip for `--rate`, but the beginning of `--role-arn`.
 */
export function nearest(name: string, known: readonly string[], most = 3): string[] {
  if (name.length > longestName) return [];
  const wanted = name.toLowerCase();
  const others = [...new Set(known)].filter((candidate) => candidate !== name).toSorted();
  const wholes = wanted.length < 3 ? [] : others.filter((each) => has(each.toLowerCase(), wanted));
  if (wholes.length > 0) return wholes.slice(0, most);
  const bound = Math.max(2, Math.floor(wanted.length / 3));
  return others
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= bound)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** A part of the whole, and not the same in other letters alone. */
function has(whole: string, part: string): boolean {
  return whole !== part && whole.includes(part);
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
