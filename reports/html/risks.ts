/** What a reader must know first: the failures that count most, and where they stand. */
import {
  accountType,
  type CheckLine,
  type Finding,
  type ReportReader,
  type Severity,
  severities,
} from '../../src/report/model.ts';
import { gravestFirst, type Weight } from '../gravest-first.ts';
import { foreign, html, type Markup, nothing } from './markup.ts';
import { severityLabel } from './labels.ts';
import { number } from './words.ts';

/** The failures of one check. */
interface Risk {
  readonly check: CheckLine;
  /** The gravest of them, live ones first. */
  first: Finding;
  /** Those as grave, and how many of them are live. */
  asGrave: number;
  live: number;
  count: number;
}

export interface Failures {
  readonly risks: readonly Risk[];
  /** By service, how many of each severity, by its place in `severities`. */
  readonly byService: ReadonlyMap<string, readonly number[]>;
}

const risksShown = 8;

/** Failures come first in a report, the gravest at the top, so one pass over them tells all of it. */
export function failuresOf(report: ReportReader): Failures {
  const checks = new Map(report.checks.map((check) => [check.id, check]));
  const risks = new Map<string, Risk>();
  const byService = new Map<string, number[]>();
  for (const finding of report.findings()) {
    if (finding.outcome !== 'fail') break;
    const check = checks.get(finding.check);
    if (check === undefined) continue;
    const service = finding.service;
    const counts = byService.get(service) ?? severities.map(() => 0);
    const place = severities.indexOf(finding.severity);
    counts[place] = (counts[place] ?? 0) + 1;
    byService.set(service, counts);
    if (finding.muted !== undefined) continue;
    const known = risks.get(check.id);
    if (known === undefined) {
      risks.set(check.id, {
        check,
        first: finding,
        asGrave: 1,
        live: isLive(finding) ? 1 : 0,
        count: 1,
      });
      continue;
    }
    known.count += 1;
    // Those of a check stand by severity, and within one by Region and ARN.
    if (finding.severity !== known.first.severity) continue;
    known.asGrave += 1;
    if (!isLive(finding)) continue;
    if (known.live === 0) known.first = finding;
    known.live += 1;
  }
  const inOrder = [...risks.values()].toSorted((a, b) => gravestFirst(weightOf(a), weightOf(b)));
  return { risks: inOrder.slice(0, risksShown), byService };
}

function isLive({ latent, resource }: Finding): boolean {
  return !latent && resource.type !== accountType;
}

function weightOf({ check, first, asGrave, live }: Risk): Weight {
  return { check: check.id, severity: first.severity, count: asGrave, live };
}

export function topRisks({ risks }: Failures): Markup {
  if (risks.length === 0)
    return html`<h3 id="risks">Top risks</h3>
      <p>No check fails.</p>`;
  return html`<h3 id="risks">Top risks</h3>
    <ol class="risks">
      ${risks.map(riskView)}
    </ol>`;
}

function riskView({ check, first, count }: Risk): Markup {
  const all = html`<a href="#findings?check=${check.id}&amp;outcome=fail">all ${number(count)}</a>`;
  return html`<li>
    ${severityLabel(first.severity)}
    <a href="#finding-${first.id}"
      >${foreign(first.resource.name)}: ${foreign(first.reasons[0] ?? check.title)}</a
    >
    <span class="note"
      >${first.latent ? 'latent; ' : nothing}should hold:
      ${check.title}${count === 1 ? nothing : html` (${all})`}</span
    >
  </li> `;
}

export function severityCounts(
  counts: readonly number[],
): readonly (readonly [Severity, number])[] {
  return severities.map((severity, place) => [severity, counts[place] ?? 0] as const);
}
