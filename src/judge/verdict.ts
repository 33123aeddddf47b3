/** What a check says of one resource, and the short ways to say it. */
import type { Graded } from './terms.ts';

/** What a check says of one resource. Reasons are sentences without a full stop, for a reader of the report. */
export interface Verdict {
  readonly outcome: 'pass' | 'fail' | 'not-applicable' | 'manual';
  readonly reasons: readonly string[];
  /** Set where this resource's case is graver or lighter than the check's own severity. */
  readonly severity?: Graded;
  readonly latent?: true;
}

export function pass(...reasons: readonly string[]): Verdict {
  return { outcome: 'pass', reasons };
}

export function fail(...reasons: readonly string[]): Verdict {
  return { outcome: 'fail', reasons };
}

export function notApplicable(...reasons: readonly string[]): Verdict {
  return { outcome: 'not-applicable', reasons };
}

/**
 * What cannot be judged before its owner has named something: a parameter that has no default is a question to him, and
 * never a reason why there is nothing to judge.
 *
 * @param what is to be named: "the approved Regions"
 * @param setting `<check>.<parameter>`, as `--set` takes it
 * @param known what was read, for whoever answers
 */
export function unanswered(what: string, setting: string, known: string): Verdict {
  return manual(known, `name ${what} with --set ${setting}=...`);
}

/** What an API cannot tell and a person must. */
export function manual(...reasons: readonly string[]): Verdict {
  return { outcome: 'manual', reasons };
}
