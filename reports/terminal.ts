/**
 * The summary on the terminal, from the report model alone: what was read and what was not, the failures by severity,
 * the responsibility split, and where the reports are.
 */
import {
  type CheckTally,
  type Coverage,
  type Gap,
  type ReportHead,
  type ReportReader,
  severities,
  type Severity,
} from '../src/report/model.ts';
import { cutEnd, cutStart, wrap } from '../src/text/wrap.ts';
import { valueText } from '../src/text/value.ts';
import { type Paint, painter } from '../src/text/paint.ts';
import { printable, printableCopy } from '../src/text/printable.ts';

export interface TerminalOptions {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  /** The files that were written. */
  readonly paths: readonly string[];
}

/** The part of a report that is told here: no finding is looked at one by one. */
export type Told = ReportHead & Pick<ReportReader, 'byCheck'>;

/** How many are listed before "and n more", or before a number stands for them. */
const most = { checks: 20, gaps: 8, regions: 3, causeLines: 4 };
/** Columns below which nothing is squeezed any more. */
const narrowest = 40;

export function summaryText({ byCheck, ...told }: Told, given: TerminalOptions): string {
  const report = { ...printableCopy(headOf(told)), byCheck };
  const options = { ...given, width: Math.max(narrowest, given.width) };
  const paint = painter(options.colour);
  const sections = [
    header(report, options, paint),
    coverage(report, options, paint),
    failures(report, options, paint),
    split(report, options),
    files(options),
  ];
  return `\n${sections
    .filter((section) => section.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Of a reader, which can do more. */
function headOf(report: ReportHead): ReportHead {
  const { schema, tool, scan, coverage, summary, responsibilities, checks, controls } = report;
  return { schema, tool, scan, coverage, summary, responsibilities, checks, controls };
}

function header(
  { scan, tool, summary }: ReportHead,
  { width }: TerminalOptions,
  paint: Paint,
): string[] {
  const alias = scan.account.alias === null ? '' : ` (${printable(scan.account.alias)})`;
  const title = `srm-scan ${tool.version}: account ${scan.account.id}${alias}`;
  const began = `${scan.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const who = `${began}, ${count(scan.regions.length, 'region')}, as `;
  const { passed, of } = summary.score;
  const { fail, unknown } = summary.byOutcome;
  const result = `${passed} of ${of} of the customer's findings pass; ${fail} fail, ${unknown} could not be read.`;
  const sample = 'A SAMPLE: this is a made-up company, and no account of yours.';
  return [
    paint(cutEnd(title, width), 'bold'),
    ...(scan.sample ? wrap(sample, { width }).map((line) => paint(line, 'yellow')) : []),
    who + cutStart(printable(scan.principal), width - who.length),
    ...wrap(result, { width }),
  ];
}

function coverage(
  { coverage: { calls, gaps, missingPermissions }, scan }: ReportHead,
  options: TerminalOptions,
  paint: Paint,
): string[] {
  const lines = [paint('What was read', 'bold')];
  if (scan.status === 'partial') {
    const why = `PARTIAL: ${printable(scan.endedBy ?? 'ended early')}`;
    lines.push(...wrap(why, { width: options.width, indent: 2 }).map((line) => paint(line, 'red')));
  }
  const lost = [
    ...(calls.denied > 0 ? [`${calls.denied} denied`] : []),
    ...(calls.throttled > 0 ? [`${calls.throttled} throttled`] : []),
    ...(calls.failed > 0 ? [`${calls.failed} failed`] : []),
    ...(calls.skipped > 0 ? [`${calls.skipped} not sent`] : []),
    ...(gaps.some(({ reason }) => reason === 'fault') ? ['srm-scan itself failed'] : []),
  ];
  const rest = lost.length > 0 ? `; ${lost.join(', ')}` : ', all that was in scope';
  const answered = `${calls.ok} of ${calls.planned} calls answered${rest}`;
  lines.push(...wrap(answered, { width: options.width, indent: 2, hang: 2 }));
  lines.push(...skippedRegions(scan.skippedRegions, options.width));
  lines.push(...changedParameters(scan.parameters, options.width));
  if (gaps.length === 0) return lines;
  lines.push(paint('  Not read:', 'yellow'));
  for (const gap of gaps.slice(0, most.gaps)) {
    lines.push(...gapLines(gap, missingPermissions, options.width));
  }
  if (gaps.length > most.gaps) lines.push(`    and ${gaps.length - most.gaps} more, in the report`);
  lines.push(...permissionLines(missingPermissions, options.width));
  return lines;
}

/** What was judged by another measure than usual. */
function changedParameters(parameters: ReportHead['scan']['parameters'], width: number): string[] {
  return parameters.flatMap(({ check, parameter, value, default: usual }) =>
    wrap(
      printable(
        `${check}: ${parameter} is ${valueText(value)}, not the default ${valueText(usual)}`,
      ),
      { width, indent: 2, hang: 2 },
    ),
  );
}

function skippedRegions(skipped: ReportHead['scan']['skippedRegions'], width: number): string[] {
  const byReason = new Map<string, string[]>();
  for (const { region, reason } of skipped) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), region]);
  }
  return [...byReason].flatMap(([reason, regions]) =>
    wrap(
      `${count(regions.length, 'region')} skipped, ${printable(reason)}: ${regions.join(', ')}`,
      { width, indent: 2, hang: 2 },
    ),
  );
}

function gapLines(
  gap: Gap,
  missing: Coverage['missingPermissions'],
  width: number,
): readonly string[] {
  const what = gap.reason === 'fault' ? faultText(gap) : lostText(gap);
  const effect = gap.checks.length > 0 ? `; touches ${count(gap.checks.length, 'check')}` : '';
  const isTold = gap.reason === 'fault' || explained.has(gap.reason);
  // Of what a permission cures the statement below tells.
  const isCurable = gap.reason === 'denied' && missing?.Action.includes(gap.iamAction);
  const cause = isTold || isCurable ? [] : wrap(printable(gap.cause), { width, indent: 6 });
  return [
    ...wrap(`${printable(what)}${effect}`, { width, indent: 4, hang: 2 }),
    ...cause.slice(0, most.causeLines),
  ];
}

/** Why the scan ended is told once, above. */
const explained: ReadonlySet<Gap['reason']> = new Set(['deadline', 'interrupted']);

/** Valid JSON, wherever it is wrapped. */
function permissionLines(missing: Coverage['missingPermissions'], width: number): string[] {
  if (!missing) return [];
  const actions = missing.Action.map((action) => `"${printable(action)}"`).join(', ');
  const statement = `{ "Effect": "Allow", "Action": [${actions}], "Resource": "*" }`;
  return [
    ...wrap('What is denied needs this statement in a policy of the scanning identity:', {
      width,
      indent: 2,
      hang: 2,
    }),
    ...wrap(statement, { width, indent: 4 }),
  ];
}

function lostText(gap: Gap): string {
  const { service, operation, reason, count: lost } = gap;
  const call = service === '*' ? 'every call' : `${service}:${operation}`;
  return `${call} in ${placeOf(gap)}: ${reason}${lost > 1 ? ` (${lost} calls)` : ''}`;
}

function placeOf({ regions }: Gap): string {
  return regions.length > most.regions ? `${regions.length} regions` : regions.join(', ');
}

/** No call is to blame. */
function faultText(gap: Gap): string {
  return `${gap.operation} in ${placeOf(gap)}: ${gap.cause}`;
}

function failures(report: Told, { width }: TerminalOptions, paint: Paint): string[] {
  const failed = failedChecks(report.byCheck);
  if (failed.length === 0) return [paint('Failures', 'bold'), '  none'];
  const lines = [
    paint('Failures, each with what should hold', 'bold'),
    ...wrap(wordsOf(counted(report.summary.bySeverity)), { width, indent: 2 }),
  ];
  const titles = new Map(report.checks.map((check) => [check.id, check.title]));
  for (const { check, failures } of failed.slice(0, most.checks)) {
    const [gravest, ...others] = counted(failures);
    if (!gravest) continue;
    const { severity } = gravest;
    const label = (severity === 'informational' ? 'info' : severity).padEnd(8);
    const colour = severity === 'critical' || severity === 'high' ? 'red' : 'yellow';
    const head = `  ${paint(label, colour)} ${String(gravest.count).padStart(4)}  `;
    const also = others.length === 0 ? '' : ` and ${wordsOf(others)}`;
    lines.push(head + cutEnd(printable(check), width - 17 - also.length) + also);
    lines.push(
      `                 ${paint(cutEnd(printable(titles.get(check) ?? ''), width - 17), 'dim')}`,
    );
  }
  const more = failed.slice(most.checks);
  if (more.length > 0) {
    const text = `and ${count(more.length, 'more check')}, in the report: ${wordsOf(counted(sumOf(more)))}`;
    lines.push(...wrap(text, { width, indent: 2, hang: 2 }));
  }
  return lines;
}

interface FailedCheck {
  readonly check: string;
  readonly failures: CheckTally['failures'];
}

/** The check whose gravest failure is the gravest comes first. */
function failedChecks(byCheck: ReadonlyMap<string, CheckTally>): readonly FailedCheck[] {
  const failed = [...byCheck].flatMap(([check, { failures }]) =>
    counted(failures).length === 0 ? [] : [{ check, failures }],
  );
  const rank = ({ failures }: FailedCheck) =>
    severities.findIndex((severity) => (failures[severity] ?? 0) > 0);
  return failed.toSorted((a, b) => rank(a) - rank(b) || (a.check < b.check ? -1 : 1));
}

/** The severities that occur, the gravest first. */
function counted(failures: CheckTally['failures']) {
  return severities.flatMap((severity) => {
    const number = failures[severity] ?? 0;
    return number > 0 ? [{ severity, count: number }] : [];
  });
}

/** `14 critical, 3 low`. */
function wordsOf(counts: readonly { readonly severity: Severity; readonly count: number }[]) {
  return counts.map(({ severity, count: number }) => `${number} ${severity}`).join(', ');
}

function sumOf(checks: readonly FailedCheck[]): CheckTally['failures'] {
  const sum: Partial<Record<Severity, number>> = {};
  for (const { failures } of checks) {
    for (const { severity, count: number } of counted(failures)) {
      sum[severity] = (sum[severity] ?? 0) + number;
    }
  }
  return sum;
}

function split({ responsibilities }: ReportHead, { width }: TerminalOptions): string[] {
  const used = responsibilities.filter(({ inUse }) => inUse === 'yes' || inUse === 'unknown');
  const services = new Set(used.map((line) => line.service));
  const unsure = new Set(
    used.filter(({ inUse }) => inUse === 'unknown').map(({ serviceName }) => serviceName),
  );
  const status = (wanted: string) => used.filter((line) => line.status === wanted).length;
  const unseen = new Set(
    responsibilities.filter((line) => line.inUse === 'not-looked-for').map((line) => line.service),
  );
  const mayBe = unsure.size === 0 ? '' : ` Use could not be read: ${[...unsure].join(', ')}.`;
  return [
    'Responsibilities',
    ...wrap(
      `${count(used.length, 'line')} over ${count(services.size, 'service')} that are, or may be, in use: ` +
        `${status('out-of-scope')} are AWS's and out of scope, ${status('assessed')} assessed, ` +
        `${status('partly-assessed')} assessed in part, ${status('nothing-to-assess')} with nothing to assess, ` +
        `${status('attestation')} for a person to attest, ${status('not-assessed')} not assessed, ` +
        `${status('unknown')} unknown.${mayBe} Not looked for: ${count(unseen.size, 'service')} of the matrix.`,
      { width, indent: 2, hang: 2 },
    ),
  ];
}

function files({ paths }: TerminalOptions): string[] {
  return paths.length === 0 ? [] : ['Written', ...paths.map((path) => `  ${printable(path)}`)];
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
