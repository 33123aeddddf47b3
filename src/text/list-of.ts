const mostNamed = 6;

/** Joins names for a reason; of long lists only the first few are named. */
export function listOf(texts: readonly string[], most = mostNamed): string {
  const named = texts.slice(0, most).join(', ');
  const rest = texts.length - most;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
