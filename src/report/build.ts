/** Puts the report together from what a scan gathered and judged. */
import type { Ledger, LedgerLine } from '../aws/evidence/ledger.ts';
import type { Check } from '../judge/check.ts';
import { checkLine } from './check-line.ts';
import { controlLines } from './controls.ts';
import { coverageOf, statusOf } from './coverage.ts';
import { attestedOf } from './attestations.ts';
import type { Findings } from './findings.ts';
import type { SessionTokens } from './lost-regions.ts';
import { createHash } from 'node:crypto';
import { Observed } from '../observe/observed.ts';
import type { World } from '../judge/judgement.ts';
import { unusual } from '../judge/parameter.ts';
import type { Selection } from '../plan/asked.ts';
import {
  type Activity,
  type Attestation,
  type CallLine,
  type LetIn,
  type Material,
  type ParameterLine,
  type ReportReader,
  reportSchema,
  type ScanInfo,
} from './model.ts';
import { responsibilityLines } from './responsibilities.ts';
import { lazily } from '../text/lazily.ts';
import { servicesOfGaps } from './touched.ts';
import { checksShortOfRegions } from './short-of-regions.ts';

/** What a scan comes to. */
interface Parts {
  /** Of srm-scan. */
  readonly version: string;
  readonly request: {
    readonly checks: readonly Check[];
    readonly selection: Selection;
    readonly params: World['params'];
    readonly attestations?: readonly Attestation[];
    readonly materials?: readonly Material[];
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
  readonly activity?: Activity;
  readonly startedAt: Date;
  /** Where a Region refused the credentials. */
  readonly tokens?: SessionTokens | undefined;
  readonly sample?: true;
  readonly ended: Pick<ScanInfo, 'status' | 'endedBy' | 'finishedAt' | 'evidence' | 'parts'>;
  readonly ledger: Ledger;
  readonly findings: Findings;
  /** Undefined where the scan was asked for nothing that tells. */
  readonly letIn?: LetIn | undefined;
}

export function reportOf(parts: Parts): ReportReader {
  const { version, request, discovery, scope, ended, ledger, findings } = parts;
  const lines = ledger.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const startedAt = parts.startedAt.toISOString();
  const coverage = coverageOf(ledger, request.checks, parts.tokens);
  const checks = request.checks.map((check) =>
    checkLine(check, request.params[check.id], request.selection.frameworks),
  );
  const short = checksShortOfRegions(coverage, request.checks);
  const alias = Observed.open(discovery.alias);
  const attested =
    request.attestations &&
    attestedOf(request.attestations, { account: discovery.account, now: parts.startedAt });
  // Hundreds of lines each: not every format shows them.
  const responsibilities = lazily(() =>
    responsibilityLines({
      found: findings,
      checks,
      touched: servicesOfGaps(coverage.gaps, request.checks),
      short,
      partition: discovery.partition,
      ...(attested && { attested: attested.inForce }),
    }),
  );
  const controls = lazily(() =>
    controlLines({
      ...request,
      frameworks: request.selection.frameworks,
      byCheck: findings.byCheck,
      short,
      partition: discovery.partition,
      isNarrowed: isNarrowed(request.selection),
    }),
  );
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
      ...(ended.parts && { parts: ended.parts }),
      account: { id: discovery.account, alias: alias.known ? alias.value : null },
      partition: discovery.partition,
      principal: discovery.principal,
      regions: scope.regions,
      skippedRegions: scope.skipped,
      ...(parts.activity && { activity: parts.activity }),
      selection: request.selection,
      parameters: parametersOf(request),
      ...(ended.evidence === undefined ? {} : { evidence: ended.evidence }),
      ...(request.materials === undefined || request.materials.length === 0
        ? {}
        : { materials: request.materials }),
    },
    coverage,
    summary: findings.summary,
    get responsibilities() {
      return responsibilities();
    },
    checks,
    get controls() {
      return controls();
    },
    ...(parts.letIn && { letIn: parts.letIn }),
    ...(findings.mutes && { mutes: findings.mutes }),
    ...(attested && { attestations: attested.lines }),
    totals: { calls: lines.length, findings: findings.size },
    byCheck: findings.byCheck,
    calls: function* calls() {
      for (const line of lines) yield callLine(line);
    },
    findings: findings.read,
  };
}

/** Whether checks are left out otherwise than by a framework. */
function isNarrowed(selection: Selection): boolean {
  const { checks, services, severity, excludeChecks, excludeServices } = selection;
  const names = [...checks, ...services, ...excludeChecks, ...excludeServices];
  return names.length > 0 || severity !== null;
}

/** What the user did not set is of the framework. */
function parametersOf({ checks, selection, params }: Parts['request']): readonly ParameterLine[] {
  return checks.flatMap(({ id, params: usual }) =>
    Object.entries(unusual(usual, params[id])).flatMap(([parameter, value]): ParameterLine[] => {
      const standard = usual[parameter];
      if (standard === undefined) return [];
      const isSet = selection.settings.some((each) => each.startsWith(`${id}.${parameter}=`));
      const from = isSet ? 'user' : 'framework';
      return [{ check: id, parameter, value, default: standard, from }];
    }),
  );
}

function callLine(line: LedgerLine): CallLine {
  const {
    action: _action,
    spoilt: _spoilt,
    spoiltFor: _for,
    regional: _regional,
    answeredElsewhere: _elsewhere,
    ...call
  } = line;
  return { ...call, status: statusOf(line) };
}
