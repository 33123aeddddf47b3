/** Puts the report together from what a scan gathered and judged. */
import type { Ledger, LedgerLine } from '../aws/evidence/ledger.ts';
import type { Check } from '../judge/check.ts';
import { coverageOf, statusOf } from './coverage.ts';
import type { Findings } from './findings.ts';
import { createHash } from 'node:crypto';
import type { World } from '../judge/judgement.ts';
import { unusual } from '../judge/parameter.ts';
import { Observed } from '../observe/observed.ts';
import type { Selection } from '../plan/asked.ts';
import {
  type CallLine,
  type CheckLine,
  type ReportReader,
  reportSchema,
  type ScanInfo,
} from './model.ts';
import { responsibilityLines } from './responsibilities.ts';
import { servicesOfGaps } from './touched.ts';

/** What a scan comes to. */
interface Parts {
  /** Of srm-scan. */
  readonly version: string;
  readonly request: {
    readonly checks: readonly Check[];
    readonly selection: Selection;
    readonly params: World['params'];
  };
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
  readonly sample?: true;
  readonly ended: Pick<ScanInfo, 'status' | 'endedBy' | 'finishedAt'>;
  readonly ledger: Ledger;
  readonly findings: Findings;
}

export function reportOf(parts: Parts): ReportReader {
  const { version, request, discovery, scope, ended, ledger, findings } = parts;
  const lines = ledger.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const startedAt = parts.startedAt.toISOString();
  const coverage = coverageOf(ledger, request.checks);
  const checks = request.checks.map((check) => checkLine(check, request.params));
  const alias = Observed.open(discovery.alias);
  return {
    schema: reportSchema,
    tool: { name: 'srm-scan', version },
    scan: {
      id: createHash('sha256')
        .update(`${discovery.account}\n${startedAt}`)
        .digest('hex')
        .slice(0, 16),
      ...(parts.sample ? { sample: parts.sample } : {}),
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
      parameters: request.checks.flatMap((check) => parametersOf(check, request.params)),
    },
    coverage,
    summary: findings.summary,
    responsibilities: responsibilityLines({
      found: findings,
      checks,
      touched: servicesOfGaps(coverage.gaps, request.checks),
      partition: discovery.partition,
    }),
    checks,
    totals: { calls: lines.length, findings: findings.size },
    byCheck: findings.byCheck,
    calls: function* calls() {
      for (const line of lines) yield callLine(line);
    },
    findings: findings.read,
  };
}

function checkLine(check: Check, params: World['params']): CheckLine {
  const { id, severity, service, responsibility, controls, why, fix, link, evaluates } = check;
  const parameters = unusual(check.params, params[id]);
  return {
    id,
    title: check.titleWith(params[id]),
    severity,
    service,
    judges: { list: evaluates.id, service: evaluates.service },
    responsibility,
    controls,
    why,
    fix,
    link,
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  };
}

function parametersOf(check: Check, params: World['params']): ScanInfo['parameters'] {
  return Object.entries(unusual(check.params, params[check.id])).flatMap(([parameter, value]) => {
    const usual = check.params[parameter];
    return usual === undefined ? [] : [{ check: check.id, parameter, value, default: usual }];
  });
}

function callLine(line: LedgerLine): CallLine {
  const { action: _action, spoilt: _spoilt, spoiltFor: _for, regional: _regional, ...call } = line;
  return { ...call, status: statusOf(line) };
}
