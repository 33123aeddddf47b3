/** Lists that AWS changes as the years go by: each says whence it is and how old. */

export interface Dated<V> {
  readonly values: readonly V[];
  /** The page. */
  readonly source: string;
  /** The day on which the page was read: ISO 8601. */
  readonly asOf: string;
  /** The day from which on verdicts say how old the list is: ISO 8601. */
  readonly doubtedFrom: string;
}

/** What a verdict adds that rests on the list: nothing while the list is young. */
export function ageOf(list: Dated<unknown>, now: Date): readonly string[] {
  return now.getTime() < Date.parse(list.doubtedFrom)
    ? []
    : [`what this rests on was read on ${list.asOf} and may have changed since`];
}
