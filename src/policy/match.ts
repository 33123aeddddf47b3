/**
 * Wildcard patterns of IAM policies: `*` is any run of characters, `?` exactly one, and both also match the separators
 * (AWS docs, IAM user guide, "IAM JSON policy elements: Action" and "Resource"). No regular expressions are built: the
 * time is bounded by the product of the two lengths, whatever the pattern.
 */

/** Writes runs of wildcards in one way (`*?*` is `?*`), so that equal patterns compare as equal. */
export function normaliseGlob(pattern: string): string {
  return pattern.replace(/[*?]+/g, (run) => {
    const single = run.replaceAll('*', '');
    return run.includes('*') ? `${single}*` : single;
  });
}

/** Tells whether a value contains a wildcard. */
export function hasWildcard(value: string): boolean {
  return value.includes('*') || value.includes('?');
}

/**
 * Tells whether everything that `target` can stand for is matched by `pattern`. The target may be a plain name or a
 * pattern itself; both must be normalised and in the same letter case. May answer false for a containment that only
 * holds because of the characters that names can have.
 */
export function covers(pattern: string, target: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < target.length) {
    if (pattern[p] === '*') {
      star = p;
      p += 1;
      mark = t;
    } else if (p < pattern.length && oneMatches(pattern[p], target[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      mark += 1;
      t = mark;
      p = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

function oneMatches(pattern: string | undefined, target: string | undefined): boolean {
  return pattern === '?' ? target !== '*' : pattern === target;
}

/** Tells whether some name is matched by both patterns. */
export function overlaps(a: string, b: string): boolean {
  // Most pairs are decided by their first letters or by one of them being a plain name: policies hold thousands.
  if (!hasWildcard(a)) return covers(b, a);
  if (!hasWildcard(b)) return covers(a, b);
  if (beginApart(a, b)) return false;
  let row = new Uint8Array(b.length + 1);
  row[0] = 1;
  for (let j = 1; j <= b.length; j += 1) row[j] = bit(row[j - 1] === 1 && b[j - 1] === '*');
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Uint8Array(b.length + 1);
    next[0] = bit(row[0] === 1 && a[i - 1] === '*');
    for (let j = 1; j <= b.length; j += 1) {
      const x = a[i - 1];
      const y = b[j - 1];
      next[j] =
        x === '*' || y === '*'
          ? bit(row[j] === 1 || next[j - 1] === 1)
          : bit(row[j - 1] === 1 && (x === '?' || y === '?' || x === y));
    }
    row = next;
  }
  return row[b.length] === 1;
}

/** Whether the two differ before either has a wildcard. */
function beginApart(a: string, b: string): boolean {
  for (let index = 0; ; index += 1) {
    const x = a[index];
    const y = b[index];
    if (x === undefined || y === undefined || isWildcard(x) || isWildcard(y)) return false;
    if (x !== y) return true;
  }
}

function isWildcard(letter: string): boolean {
  return letter === '*' || letter === '?';
}

function bit(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
