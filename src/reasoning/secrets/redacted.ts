/** How answers write what was found in what they held, once that itself is taken out. */
import type { FoundSecrets } from './detect.ts';

const prefix = 'redacted: ';
const illegible = 'cannot be decoded';
const nothing = 'no secrets found';
/** Stands beside the names for what has none. */
const unnamed = '?';

/**
 * The text that takes the place of what was searched: "redacted: password of DB_PASSWORD+?, private-key".
 *
 * @param isWhole whether all of it could be searched
 */
export function redactionOf(found: readonly FoundSecrets[], isWhole = true): string {
  if (found.length > 0) return `${prefix}${found.map(written).join(', ')}`;
  return `${prefix}${isWhole ? nothing : illegible}`;
}

function written({ kind, names, hasUnnamed }: FoundSecrets): string {
  if (names.length === 0) return kind;
  return `${kind} of ${[...names, ...(hasUnnamed ? [unnamed] : [])].join('+')}`;
}

/** What was found; undefined for a value that was not redacted. */
export function redactedSecrets(value: string): readonly FoundSecrets[] | 'illegible' | undefined {
  if (!value.startsWith(prefix)) return undefined;
  const found = value.slice(prefix.length);
  if (found === illegible) return 'illegible';
  if (found === nothing) return [];
  return found.split(', ').map((text) => {
    const [kind = '', names] = text.split(' of ');
    const all = names?.split('+') ?? [unnamed];
    return {
      kind,
      names: all.filter((name) => name !== unnamed),
      hasUnnamed: all.includes(unnamed),
    };
  });
}
