/** The findings: counted by check for every reader; the list of all is built in the browser from the data. */
import type { CheckLine, CheckTally, ReportReader } from '../../src/report/model.ts';
import { severities, type Severity } from '../../src/report/model.ts';
import { gravestFirst, type Weight } from '../gravest-first.ts';
import { muteTable } from './accepted.ts';
import { severityLabel } from './labels.ts';
import { foreign, html, join, type Markup, nothing } from './markup.ts';
import { valueText } from '../../src/text/value.ts';
import { checksAsJudged } from './relations.ts';
import { table } from './table.ts';
import { number, plural, tally } from './words.ts';

interface Counted extends CheckTally {
  readonly check: CheckLine;
}

export function findings(report: ReportReader): Markup {
  const counted = countByCheck(report);
  const open = counted.filter(({ counts }) => (counts.fail ?? 0) + (counts.unknown ?? 0) > 0);
  return html`<section class="view" id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">Findings</h2>
    <noscript
      ><p class="alarm">
        The list of findings needs JavaScript. Without it, all
        ${plural(report.totals.findings, 'finding')} and their evidence are in report.json, which is
        written beside this file when asked for with <code>--format json</code>.
      </p></noscript
    >
    <div id="explorer"></div>
    <div class="without-script">
      ${
        open.length === 0
          ? html`<p>No check fails, and none could not be read.</p>`
          : checkTable('Checks that fail or could not be read', open)
      }
      <p>${plural(counted.length - open.length, 'further check')} without failure.</p>
    </div>
    ${muteTable(report.mutes)}
  </section> `;
}

function countByCheck(report: ReportReader): readonly Counted[] {
  const { byCheck } = report;
  return checksAsJudged(report)
    .map((check) => ({
      check,
      ...(byCheck.get(check.id) ?? { counts: {}, failures: {}, live: {} }),
    }))
    .toSorted((a, b) => rank(a) - rank(b) || gravestFirst(weight(a), weight(b)));
}

/** Failing checks first, then those that could not be read. */
function rank({ counts }: Counted): number {
  return (counts.fail ?? 0) > 0 ? 0 : (counts.unknown ?? 0) > 0 ? 1 : 2;
}

function weight({ check, failures, live }: Counted): Weight {
  const severity = failed(failures)[0] ?? check.severity;
  return { check: check.id, severity, count: failures[severity] ?? 0, live: live[severity] ?? 0 };
}

/** The severities of the failures, the gravest first. */
function failed(failures: CheckTally['failures']): readonly Severity[] {
  return severities.filter((severity) => (failures[severity] ?? 0) > 0);
}

/** Those of its failures, which need not be the check's; each with its number where they differ from one another. */
function severitiesOf({ check, failures }: Pick<Counted, 'check' | 'failures'>): Markup {
  const own = failed(failures);
  const [only = check.severity] = own;
  if (own.length < 2) return severityLabel(only);
  return html`${join(
    own.map((severity) => html`${number(failures[severity] ?? 0)} ${severityLabel(severity)}`),
    html`<br />`,
  )}`;
}

function checkTable(caption: string, counted: readonly Counted[]): Markup {
  return table({
    caption,
    columns: [
      { name: 'Check', kind: 'wide' },
      { name: 'Severity', kind: 'narrow' },
      { name: 'Fail', kind: 'number' },
      { name: 'Unknown', kind: 'number' },
      { name: 'Other outcomes' },
    ],
    rows: counted.map(({ check, counts, failures }) => ({
      cells: [
        html`${check.title}<code class="id">${check.id}</code>${own(check)}${changed(check)}`,
        severitiesOf({ check, failures }),
        count(counts.fail, 'failing'),
        count(counts.unknown),
        others(counts),
      ],
    })),
  });
}

function count(value: number | undefined, kind?: string): Markup {
  if (value === undefined || value === 0) return html`<span class="zero">0</span>`;
  return kind === undefined
    ? html`${number(value)}`
    : html`<span class="${kind}">${number(value)}</span>`;
}

function others({ fail: _fail, unknown: _unknown, ...rest }: CheckTally['counts']): string {
  return tally(rest) || '0';
}

/** Whose rule it is, where it is not of srm-scan. */
function own({ custom }: CheckLine): Markup {
  return custom ? html`<p class="source">A check of your own, not of srm-scan.</p>` : html``;
}

/** The measure, where it is not the usual one. */
function changed({ parameters = {} }: CheckLine): Markup {
  const set = Object.entries(parameters).map(([name, value]) => `${name}=${valueText(value)}`);
  if (set.length === 0) return nothing;
  return html`<span class="note"
    >judged with ${foreign(set.join(', '))}, which is not the default</span
  >`;
}
