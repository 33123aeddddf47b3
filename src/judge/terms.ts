/** The words of verdicts: a contract with users' scripts, as all of the report model is. */
export const severities = ['critical', 'high', 'medium', 'low', 'informational'] as const;
export type Severity = (typeof severities)[number];

/** A severity that is not the usual one, and why: half a sentence. */
export interface Graded {
  readonly is: Severity;
  readonly because: string;
}

export const outcomes = [
  'fail',
  'unknown',
  'manual',
  'pass',
  'not-applicable',
  'out-of-scope',
] as const;
/**
 * `unknown`: could not be read. `manual`: the API cannot tell and a person must. `out-of-scope`: AWS or the
 * organisation manages the resource.
 */
export type Outcome = (typeof outcomes)[number];

export const owners = ['customer', 'aws', 'organization'] as const;
export type Owner = (typeof owners)[number];
