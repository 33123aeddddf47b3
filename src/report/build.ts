/** Puts the report together from what a scan gathered and judged. */
import type { Ledger, LedgerLine } from '../aws/evidence/ledger.ts';
import type { Check } from '../judge/check.ts';
import { coverageOf, statusOf } from './coverage.ts';
import type { Evaluation } from '../judge/evaluate.ts';
import { createHash } from 'node:crypto';
import { Observed } from '../observe/observed.ts';
import type { Selection } from '../plan/selection.ts';
import {
  type CallLine,
  type CheckLine,
  type Finding,
  outcomes,
  owners,
  type Report,
  reportSchema,
  type ScanInfo,
  severities,
  type Summary,
} from './model.ts';
import { responsibilityLines } from './responsibilities.ts';

/** What a scan comes to. */
interface Parts {
  /** Of srm-scan. */
  readonly version: string;
  readonly request: { readonly checks: readonly Check[]; readonly selection: Selection };
  /** Who scanned what. */
  readonly discovery: {
    readonly account: string;
    readonly alias: Observed<string | null>;
    readonly partition: string;
    readonly principal: string;
  };
  readonly scope: {
    readonly regions: readonly string[];
    readonly skipped: ScanInfo['skippedRegions'];
  };
  readonly startedAt: Date;
  readonly ended: Pick<ScanInfo, 'status' | 'endedBy' | 'finishedAt'>;
  readonly ledger: Ledger;
  readonly evaluation: Evaluation;
}

export function reportOf(parts: Parts): Report {
  const { version, request, discovery, scope, ended, ledger, evaluation } = parts;
  const { lines } = ledger;
  const startedAt = parts.startedAt.toISOString();
  const alias = Observed.open(discovery.alias);
  return {
    schema: reportSchema,
    tool: { name: 'srm-scan', version },
    scan: {
      id: createHash('sha256')
        .update(`${discovery.account}\n${startedAt}`)
        .digest('hex')
        .slice(0, 16),
      startedAt,
      finishedAt: ended.finishedAt,
      status: ended.status,
      ...(ended.endedBy === undefined ? {} : { endedBy: ended.endedBy }),
      account: { id: discovery.account, alias: alias.known ? alias.value : null },
      partition: discovery.partition,
      principal: discovery.principal,
      regions: scope.regions,
      skippedRegions: scope.skipped,
      selection: request.selection,
    },
    coverage: coverageOf(ledger, request.checks),
    summary: summaryOf(evaluation.findings),
    responsibilities: responsibilityLines(evaluation),
    checks: request.checks.map(checkLine),
    calls: lines.map(callLine).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    findings: withCallsOnly(evaluation.findings, lines),
  };
}

/** Where a collector itself failed there is no call to point at. */
function withCallsOnly(findings: readonly Finding[], lines: readonly LedgerLine[]) {
  const calls = new Set(lines.map((line) => line.id));
  return findings.map((finding) => {
    if (finding.evidence.every((id) => calls.has(id))) return finding;
    return { ...finding, evidence: finding.evidence.filter((id) => calls.has(id)) };
  });
}

function summaryOf(findings: readonly Finding[]): Summary {
  const customers = findings.filter((finding) => finding.owner === 'customer');
  const failed = customers.filter((finding) => finding.outcome === 'fail');
  const byOutcome = countBy(outcomes, findings, (finding) => finding.outcome);
  const byCustomer = countBy(outcomes, customers, (finding) => finding.outcome);
  return {
    byOutcome,
    bySeverity: countBy(severities, failed, (finding) => finding.severity),
    byOwner: countBy(owners, findings, (finding) => finding.owner),
    score: {
      passed: byCustomer.pass,
      of: byCustomer.pass + byCustomer.fail + byCustomer.unknown,
    },
  };
}

function countBy<K extends string>(
  keys: readonly K[],
  findings: readonly Finding[],
  keyOf: (finding: Finding) => K,
): Readonly<Record<K, number>> {
  const counts = new Map<K, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return recordOf(keys, (key) => counts.get(key) ?? 0);
}

function recordOf<K extends string>(keys: readonly K[], value: (key: K) => number) {
  const record: Partial<Record<K, number>> = {};
  for (const key of keys) record[key] = value(key);
  if (!isWhole(record, keys)) throw new Error('a count is missing');
  return record;
}

function isWhole<K extends string>(
  record: Partial<Record<K, number>>,
  keys: readonly K[],
): record is Record<K, number> {
  return keys.every((key) => record[key] !== undefined);
}

function checkLine(check: Check): CheckLine {
  const { id, title, severity, service, responsibility, controls, why, fix, link } = check;
  return { id, title, severity, service, responsibility, controls, why, fix, link };
}

function callLine(line: LedgerLine): CallLine {
  const { action: _action, spoilt: _spoilt, spoiltFor: _for, regional: _regional, ...call } = line;
  return { ...call, status: statusOf(line) };
}
