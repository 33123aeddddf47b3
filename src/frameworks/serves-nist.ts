import type { nist80053r5 } from './nist-800-53-r5.ts';
import { type Claim, intersectsWith } from './relation.ts';

type NistId = keyof (typeof nist80053r5)['controls'];

/**
 * Our own reading of controls of NIST SP 800-53: the check contributes to each of them, and decides none. Such controls ask an
 * organisation for an outcome, of which a setting is a small part.
 */
export function servesNist(
  because: string,
  ...ids: readonly NistId[]
): { readonly [id in NistId]?: Claim<never> } {
  return Object.fromEntries(ids.map((id) => [id, intersectsWith(because)]));
}
