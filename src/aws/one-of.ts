import type { Members } from './reads.ts';

/**
 * One of the values that AWS documents for a member. From another nothing is reasoned: it may mean anything, and the side on
 * which `=== 'known'` would leave it is not always the careful one.
 */
export function oneOf<const V extends string>(
  value: string,
  known: readonly V[],
  { unusable }: Members,
): V {
  return (
    known.find((each) => each === value) ?? unusable(`"${value}" is none of ${known.join(', ')}`)
  );
}
