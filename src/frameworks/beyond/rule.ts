/** What there is to say of controls that no check bears upon: whose they are, or why nothing is read of them. */

/**
 * `aws`: AWS's alone, so out of scope. `attest`: a person must say. `procedural`: it asks for rules, plans, people or work that
 * no configuration shows. `not-readable`: it is a matter of configuration, in systems, software or data that no AWS API
 * shows. `not-built`: none of these is known; AWS APIs may show a part of it or all, and srm-scan has no check of it.
 */
type BeyondKind = 'aws' | 'attest' | 'procedural' | 'not-readable' | 'not-built';

export interface Beyond {
  readonly kind: BeyondKind;
  /** A sentence. */
  readonly because: string;
}

/** One reason for several controls. */
export interface BeyondRule extends Beyond {
  /** Ids, or what they begin with up to a separator: `PE` is of `PE-3` and of `PE-3(1)`. The longest that fits decides. */
  readonly of: readonly string[];
}

export const notBuilt: Beyond = {
  kind: 'not-built',
  because: 'srm-scan has no check of it yet; AWS APIs may show a part of it or all.',
};

/** Many ids, with spaces between them. */
export function ids(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
