/** What the lines of the matrix follow from. */
import type { CheckLine, ResponsibilityLine } from './model.ts';
import type { Tallies } from './tally.ts';

/** What a scan found. */
export interface Found {
  readonly found: Pick<Tallies, 'assessed' | 'inUse' | 'kinds' | 'cutShort'>;
  readonly checks: readonly Pick<CheckLine, 'id' | 'judges'>[];
  /** Services that a call without an answer was asked for. */
  readonly touched: ReadonlySet<string>;
  /** Checks that lack a Region of the scope, lost as a whole: no finding tells of it. */
  readonly short: ReadonlySet<string>;
  readonly partition: string;
  /** The attestations in force, by the line that asks. */
  readonly attested?: ReadonlyMap<string, NonNullable<ResponsibilityLine['attested']>>;
}
