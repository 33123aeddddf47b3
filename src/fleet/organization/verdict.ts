/** How what is judged once for the whole organisation is told. */
import type { Severity } from '../../judge/terms.ts';
export { fail, notApplicable, pass } from '../../judge/verdict.ts';
import type { OrganizationJudgement } from './model.ts';
import type { Told } from './reading.ts';
import { ifTold } from './told.ts';

export interface Line {
  readonly id: string;
  /** What holds where it passes. */
  readonly title: string;
  readonly severity: Severity;
  /** What to do where it fails. */
  readonly cure: string;
}

export interface Verdict {
  readonly outcome: OrganizationJudgement['outcome'];
  readonly reasons: readonly string[];
  /** Where it fails, or is not known. */
  readonly accounts?: readonly string[];
  /** In place of the line's own, where something else is to be done. */
  readonly cure?: string;
}

export function unknown(cure: string, ...reasons: readonly string[]): Verdict {
  return { outcome: 'unknown', reasons, cure };
}

/** What the line comes to: unknown, with the cause and the cure, where `judge` reads what was not told. */
export function judged(line: Line, judge: () => Verdict): OrganizationJudgement {
  const { id, title, severity } = line;
  const told: Told<Verdict> = ifTold(judge);
  const verdict = 'value' in told ? told.value : unknown(told.cure, told.cause);
  const { outcome, reasons, accounts = [] } = verdict;
  const isOpen = outcome === 'fail' || outcome === 'unknown' || outcome === 'manual';
  const cure = isOpen ? (verdict.cure ?? line.cure) : null;
  return { id, title, severity, outcome, reasons, accounts, cure };
}
