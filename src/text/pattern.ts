/**
 * Patterns of names. `*` stands for any letters, also for none; `\*` is a star and `\\` a backslash; everything else is
 * itself, large or small as it stands. The whole text has to fit: `logs` is no pattern of `logs-archive`.
 */

/** Tells whether a text fits. It takes time in proportion to the text, whatever the pattern. */
export function patternOf(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = piecesOf(pattern);
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    const end = text.length - last.length;
    if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const piece of rest) {
      const found = text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= end;
  };
}

export function hasStar(pattern: string): boolean {
  return piecesOf(pattern).length > 1;
}

/** What stands between the stars. */
function piecesOf(pattern: string): string[] {
  const pieces = [''];
  for (const [part] of pattern.matchAll(/\\[*\\]|[^]/g)) {
    if (part === '*') pieces.push('');
    else pieces.push((pieces.pop() ?? '') + (part.length === 2 ? part.slice(1) : part));
  }
  return pieces;
}
