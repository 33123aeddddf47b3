/**
 * The summary on the terminal, from the report model alone: what was read and what was not, the failures by severity,
 * the responsibility split, and where the reports are.
 */
import type { ReportHead, ReportReader } from '../src/report/model.ts';
import { activitySentences } from './active-regions.ts';
import { unreadWords } from './unread-regions.ts';
import { cutEnd, cutStart, wrap } from '../src/text/wrap.ts';
import { valueText } from '../src/text/value.ts';
import { type Paint, painter } from '../src/text/paint.ts';
import { printable, printableData } from '../src/text/printable.ts';
import { controls } from './terminal/controls.ts';
import { mutedOf, toAttest } from './accepted.ts';
import { attested, muted } from './terminal/accepted.ts';
import { count } from './terminal/count.ts';
import { evidence } from './terminal/evidence.ts';
import { failures } from './terminal/failures.ts';
import { gapLines, permissionLines } from './terminal/gaps.ts';
import { requestsBy, requestsSentence } from './terminal/requests.ts';

export interface TerminalOptions {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  /** The files that were written. */
  readonly paths: readonly string[];
}

/** The part of a report that is told here: no finding is looked at one by one. */
export type Told = ReportHead & Pick<ReportReader, 'byCheck' | 'calls'>;

/** Gaps that are listed before "and n more". */
const mostGaps = 8;
/** Columns below which nothing is squeezed any more. */
const narrowest = 40;

export function summaryText({ byCheck, calls, ...told }: Told, given: TerminalOptions): string {
  const report = { ...printableData(headOf(told)), byCheck };
  const options = { ...given, width: Math.max(narrowest, given.width) };
  const paint = painter(options.colour);
  const sections = [
    header(report, options, paint),
    coverage(report, requestsBy(calls()), options, paint),
    failures(report, options, paint),
    muted(report, options, paint),
    split(report, options),
    attested(report, options, paint),
    controls(report, options),
    evidence(report, options),
    files(options),
  ];
  return `\n${sections
    .filter((section) => section.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What is told of a report. Of checks their names alone: the rest of them is megabytes, and nothing of it is told here. */
type Head = Omit<ReportHead, 'checks'> & {
  readonly checks: readonly Pick<ReportHead['checks'][number], 'id' | 'title'>[];
};

/** Of a reader, which can do more. */
function headOf(report: ReportHead): Head {
  const { schema, tool, scan, coverage, summary, responsibilities, controls } = report;
  const checks = report.checks.map(({ id, title }) => ({ id, title }));
  const { mutes, attestations } = report;
  const living = { ...(mutes && { mutes }), ...(attestations && { attestations }) };
  return { schema, tool, scan, coverage, summary, responsibilities, checks, controls, ...living };
}

function header(
  { scan, tool, summary, coverage: read }: Head,
  { width }: TerminalOptions,
  paint: Paint,
): string[] {
  const alias = scan.account.alias === null ? '' : ` (${printable(scan.account.alias)})`;
  const title = `srm-scan ${tool.version}: account ${scan.account.id}${alias}`;
  const began = `${scan.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const who = `${began}, ${count(scan.regions.length, 'region')}, as `;
  const { passed, of } = summary.score;
  const { fail, unknown } = summary.byOutcome;
  const unread = unreadWords({ coverage: read, scan });
  const accepted = mutedOf(summary);
  const result = `${passed} of ${of} of the customer's findings pass; ${fail} fail, ${unknown} could not be read${unread === undefined ? '' : `, and nothing of ${unread}`}.${accepted === 0 ? '' : ` ${count(accepted, 'failure')} ${accepted === 1 ? 'is' : 'are'} muted.`}`;
  const sample = 'A SAMPLE: this is a made-up company, and no account of yours.';
  return [
    paint(cutEnd(title, width), 'bold'),
    ...(scan.sample ? wrap(sample, { width }).map((line) => paint(line, 'yellow')) : []),
    who + cutStart(printable(scan.principal), width - who.length),
    ...wrap(result, { width }),
  ];
}

function coverage(
  { coverage: { calls, gaps, missingPermissions }, scan }: Head,
  requests: Readonly<Record<string, number>>,
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
  const sent = requestsSentence(requests, 'of all services in summary.json');
  lines.push(...wrap(printable(sent), { width: options.width, indent: 2, hang: 4 }));
  lines.push(...skippedRegions(scan.skippedRegions, options.width));
  for (const sentence of activitySentences(scan)) {
    lines.push(...wrap(printable(sentence), { width: options.width, indent: 2, hang: 2 }));
  }
  lines.push(...changedParameters(scan.parameters, options.width));
  if (gaps.length === 0) return lines;
  lines.push(paint('  Not read:', 'yellow'));
  for (const gap of gaps.slice(0, mostGaps)) {
    lines.push(...gapLines(gap, missingPermissions, options.width));
  }
  if (gaps.length > mostGaps) lines.push(`    and ${gaps.length - mostGaps} more, in the report`);
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

function split({ responsibilities }: Head, { width }: TerminalOptions): string[] {
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
        `${status('attestation')} left to a person, ${status('not-assessed')} not assessed, ` +
        `${status('unknown')} unknown.${mayBe} To attest: ${count(toAttest(used).length, 'question')}. Not looked for: ${count(unseen.size, 'service')} of the matrix.`,
      { width, indent: 2, hang: 2 },
    ),
  ];
}

function files({ paths }: TerminalOptions): string[] {
  return paths.length === 0 ? [] : ['Written', ...paths.map((path) => `  ${printable(path)}`)];
}
