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
  return matches(pattern, target, oneMatches);
}

function oneMatches(pattern: string | undefined, target: string | undefined): boolean {
  return pattern === '?' ? target !== '*' : pattern === target;
}

type OneMatches = (pattern: string | undefined, target: string | undefined) => boolean;

/** @param one whether a letter or `?` of the pattern matches one of the target */
function matches(pattern: string, target: string, one: OneMatches): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < target.length) {
    if (pattern[p] === '*') {
      star = p;
      p += 1;
      mark = t;
    } else if (p < pattern.length && one(pattern[p], target[t])) {
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

/**
 * Tells whether some name is matched by both patterns. Where both have a `*`, only what stands before the first and
 * behind the last one can keep them apart: between them a name can first do what one wants and then what the other
 * wants.
 */
export function overlaps(a: string, b: string): boolean {
  if (!a.includes('*')) return matches(b, a, oneMeets);
  if (!b.includes('*')) return matches(a, b, oneMeets);
  return beginAlike(a, b) && endAlike(a, b);
}

/** Whether the two can be the same up to the first `*` of either. */
function beginAlike(a: string, b: string): boolean {
  for (let at = 0; a[at] !== '*' && b[at] !== '*'; at += 1) {
    if (!oneMeets(a[at], b[at])) return false;
  }
  return true;
}

/** Whether the two can be the same from the last `*` of either on. */
function endAlike(a: string, b: string): boolean {
  for (let at = 1; a.at(-at) !== '*' && b.at(-at) !== '*'; at += 1) {
    if (!oneMeets(a.at(-at), b.at(-at))) return false;
  }
  return true;
}

function oneMeets(a: string | undefined, b: string | undefined): boolean {
  return a === '?' || b === '?' || a === b;
}
