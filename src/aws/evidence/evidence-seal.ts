/** A type alone, since the page's own program reads the report's model and knows nothing of Node. */

/** Where a recording's chain ends, as reports hold it. */
export interface EvidenceSeal {
  /** SHA-256 (hex) of the last link; null of evidence that srm-scan 0.1.0 wrote, which has no chain. */
  readonly head: string | null;
  /** How many calls it binds. */
  readonly calls: number;
}
