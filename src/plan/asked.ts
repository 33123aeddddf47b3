/**
 * What a scan is of: the one shape in which every door is told it, and in which evidence and reports keep it. An empty
 * list leaves out nothing.
 */
export interface Selection {
  /** Ids. */
  readonly checks: readonly string[];
  readonly services: readonly string[];
  /** As a user may write them (`cis`), or ids (`cis-aws-7.0`). */
  readonly frameworks: readonly string[];
  /** This severity and graver; null for all. */
  readonly severity: string | null;
  readonly regions: readonly string[];
  /** Where nothing is deployed, the lists of what could be are left out. `regions` is empty beside it. */
  readonly activeRegions?: true | undefined;
  /** What was left out of all that: ids of checks, services, Regions. */
  readonly excludeChecks: readonly string[];
  readonly excludeServices: readonly string[];
  readonly excludeRegions: readonly string[];
  /** `<check>.<parameter>=<value>` */
  readonly settings: readonly string[];
}

/** Leaves out nothing. */
export const everything: Selection = {
  checks: [],
  services: [],
  frameworks: [],
  severity: null,
  regions: [],
  excludeChecks: [],
  excludeServices: [],
  excludeRegions: [],
  settings: [],
};
