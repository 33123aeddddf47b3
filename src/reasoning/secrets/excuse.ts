/** What users excuse: names and kinds that they looked at and know to be no secrets. */
import { covers, normaliseGlob } from '../../policy/match.ts';
import { listed } from '../../policy/text.ts';
import type { FoundSecrets } from './detect.ts';

/** Secrets parted into those that a pattern excuses and those that are left. */
export interface Excused {
  readonly left: readonly FoundSecrets[];
  readonly excused: readonly FoundSecrets[];
}

/**
 * Parts what was found. A pattern with `*` and `?`, in any letter case, excuses a kind or the names that it matches; what
 * has no name is excused by its kind alone.
 */
export function withoutExcused(
  found: readonly FoundSecrets[],
  patterns: readonly string[],
): Excused {
  const globs = patterns.map((pattern) => normaliseGlob(pattern.toLowerCase()));
  const isExcused = (text: string) => globs.some((glob) => covers(glob, text.toLowerCase()));
  const parts = found.map((secrets): { left?: FoundSecrets; excused?: FoundSecrets } => {
    if (isExcused(secrets.kind)) return { excused: secrets };
    const names = secrets.names.filter((name) => !isExcused(name));
    const gone = secrets.names.filter(isExcused);
    return {
      ...(names.length > 0 || secrets.hasUnnamed ? { left: { ...secrets, names } } : {}),
      ...(gone.length > 0 ? { excused: { ...secrets, names: gone, hasUnnamed: false } } : {}),
    };
  });
  return {
    left: parts.flatMap(({ left }) => left ?? []),
    excused: parts.flatMap(({ excused }) => excused ?? []),
  };
}

/** "password (DB_PASSWORD), private-key" */
export function describeSecrets(found: readonly FoundSecrets[]): string {
  return found
    .map(({ kind, names }) => (names.length > 0 ? `${kind} (${listed(names)})` : kind))
    .join(', ');
}
