/**
 * By what rules a scan was judged, as hashes of their code. A verdict hangs on the check, on the collectors and the
 * reasoning that it imports, and on the engine that runs them all; a version number changes when one of them does not, and
 * stays when somebody changes a copy. The hashes are made when the program is built (scripts/build/rules.ts), of the code without
 * comments and blanks.
 */
import { sha256 } from '../../aws/evidence/canonical.ts';
import { customRule } from '../../custom/rule.ts';
import type { ReportReader } from '../../report/model.ts';
import { builtRules } from './rules.built.ts';

export interface RuleSet {
  readonly engine: string | null;
  /** Null where it is not known. */
  ruleOf(check: { readonly id: string; readonly custom?: true }): string | null;
}

/** @param checksDir folder of the user's own checks, if there are any */
export function ruleSetOf(checksDir?: string): RuleSet {
  const custom = checksDir === undefined ? null : customRule(checksDir);
  return {
    engine: builtRules?.engine ?? null,
    ruleOf: ({ id, custom: isCustom }) => (isCustom ? custom : (builtRules?.checks[id] ?? null)),
  };
}

/** One hash of all of it; null where one of them is not known. */
export function ruleSetHash(
  engine: string | null,
  checks: readonly { readonly id: string; readonly rule: string | null }[],
): string | null {
  if (engine === null || checks.some(({ rule }) => rule === null)) return null;
  return sha256(JSON.stringify([engine, ...checks.map(({ id, rule }) => [id, rule])]));
}

/** The report with the hash of the rules that judged it, where that is known. @param checksDir as of `ruleSetOf` */
export function withRules(report: ReportReader, checksDir?: string): ReportReader {
  const { engine, ruleOf } = ruleSetOf(checksDir);
  const checks = report.checks
    .map((check) => ({ id: check.id, rule: ruleOf(check) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const rules = ruleSetHash(engine, checks);
  return rules === null ? report : { ...report, rules };
}
