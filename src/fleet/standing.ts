/** How a scan ends for whoever waits for it: of one account, or of many. */
import { severities, type Severity } from '../judge/terms.ts';

/** The severity from which on a failure counts. */
export type FailOn = Severity | 'none';

/** What is a good end. */
export interface Bar {
  readonly failOn: FailOn;
  /** Gaps and unknown findings are known and accepted. */
  readonly allowUnknown: boolean;
}

/** `fails`: something failed at the bar or above. `unread`: nothing did, but something could not be read. */
export const standings = ['fails', 'unread', 'good'] as const;
export type Standing = (typeof standings)[number];

/** The counts of one scan that its standing follows from. */
export interface Counted {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Of these, what owners accepted. */
  readonly muted?: Readonly<Record<Severity, number>> | undefined;
  /** Unknown findings. */
  readonly unknown: number;
  readonly gaps: number;
  /** Of the gaps, faults of the scanner itself. */
  readonly faults: number;
  readonly status: 'complete' | 'partial';
}

/** Nobody can know beforehand that a scan will end early, or that the scanner itself will break: no bar allows for that. */
export function standingOf(counted: Counted, { failOn, allowUnknown }: Bar): Standing {
  const { bySeverity, muted, unknown, gaps, faults, status } = counted;
  const graveEnough = failOn === 'none' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  if (graveEnough.some((severity) => bySeverity[severity] > (muted?.[severity] ?? 0)))
    return 'fails';
  const isBroken = status === 'partial' || faults > 0;
  return isBroken || ((gaps > 0 || unknown > 0) && !allowUnknown) ? 'unread' : 'good';
}
