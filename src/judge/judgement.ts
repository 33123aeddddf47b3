/** What checks are judged in, and what one judgement says. */
import type { Gathered, Resource } from '../collect/collector.ts';
import type { Source } from '../observe/observed.ts';
import type { OwnFault } from '../observe/own-fault.ts';
import type { Parameter } from './parameter.ts';
import type { Outcome, Severity } from './terms.ts';

/** What a check is judged in. */
export interface World {
  readonly gathered: Gathered;
  readonly now: Date;
  readonly account: string;
  readonly partition: string;
  readonly regions: readonly string[];
  /** What the user set, by check id and parameter; validated against the checks' own. */
  readonly params: Readonly<Record<string, Readonly<Record<string, Parameter>>>>;
  /** Told of a check that breaks, since that is a gap of the report. */
  readonly fault: (fault: OwnFault) => void;
  /** Told of an answer that could not be used and that a check could not do without: the same. */
  readonly spoil: (callId: string, why: string, check: string) => void;
}

/** One finding before it has an id. Without a resource it speaks of the account. */
export interface Judgement {
  readonly resource: Resource | undefined;
  readonly region: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  /** Why that is not the severity of the check. */
  readonly regradedBecause?: string;
  readonly reasons: readonly string[];
  readonly sources: readonly Source[];
  readonly latent: boolean;
}
