/** What fleet.html carries for its script: the accounts as rows, and which of them fail each check as bits. */

/** One account: id, alias, standing, whether partial, failures by severity, muted, unknown, passed, of, gaps, report. */
export type Row = readonly [
  id: string,
  alias: string,
  standing: number,
  partial: 0 | 1,
  failures: readonly number[],
  muted: number,
  unknown: number,
  passed: number,
  of: number,
  gaps: number,
  report: string,
];

export interface Wire {
  readonly rows: readonly Row[];
  /** Id and a bit for each row, 1 where something fails that nobody accepts: base64. */
  readonly checks: readonly (readonly [id: string, bits: string])[];
}
