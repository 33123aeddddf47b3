/**
 * What is no failure and must be known all the same: a reader who sees no result of a resource must be able to tell whether
 * it is right or was not read. GitHub makes an alert of every result, whatever its `kind`, so this stands in the notifications.
 */
import type { Gap, ReportReader } from '../../src/report/model.ts';
import type { Level } from './rules.ts';
import { messageText } from './text.ts';

/**
 * Results that GitHub takes of a run; it refuses a file with more, and one that is larger than 10 MB compressed. It keeps 5,000
 * of them, "prioritized by severity": docs.github.com, "SARIF results exceed one or more limits".
 */
export const mostResults = 25_000;

/** Kinds of notifications, as reportingDescriptors (section 3.19.24). */
export const descriptors = [
  ['sample', 'The account is a sample, and nobody’s'],
  ['partial', 'The scan ended before its end'],
  ['gap', 'Calls that gave no usable answer'],
  ['unknown', 'Findings that could not be read: neither right nor wrong'],
  ['manual', 'Findings that a person must judge'],
  ['cut', 'Failures that are left out of this file'],
].map(([id = '', text = '']) => ({ id, shortDescription: { text } }));

/** A notification, section 3.58. */
export function* notificationsOf(report: ReportReader) {
  const { scan, coverage, byCheck, summary, checks } = report;
  if (scan.sample) yield notification('sample', 'note', 'The account is the sample of the demo.');
  if (scan.status === 'partial') {
    const why = scan.endedBy ?? 'it is not known why';
    yield notification('partial', 'error', `The scan ended before its end: ${why}.`);
  }
  for (const gap of coverage.gaps) yield gapNotification(gap);
  const known = new Set(checks.map(({ id }) => id));
  for (const [check, { counts }] of byCheck) {
    const rule = known.has(check) ? { associatedRule: { id: check } } : {};
    const { unknown = 0, manual = 0 } = counts;
    if (unknown > 0) {
      const text = `${check}: ${unknown} findings are unknown, since not all that they rest on could be read.`;
      yield { ...notification('unknown', 'warning', text, { count: unknown }), ...rule };
    }
    if (manual > 0) {
      const text = `${check}: ${manual} findings are for a person to judge.`;
      yield { ...notification('manual', 'note', text, { count: manual }), ...rule };
    }
  }
  const failed = summary.byOutcome.fail;
  if (failed > mostResults) {
    const text = `This file has the gravest ${mostResults} of ${failed} failures, as many as GitHub takes; ${failed - mostResults} are left out. report.json has them all.`;
    yield notification('cut', 'warning', text, { count: failed - mostResults });
  }
}

function gapNotification({ service, operation, regions, reason, cause, cure, ...gap }: Gap) {
  const call = service === '*' ? 'every call' : `${service}:${operation}`;
  const text = `${call} in ${regions.join(', ')}: ${reason}: ${cause}. ${cure}`;
  const { count, checks, iamAction } = gap;
  return notification('gap', 'warning', text, { reason, count, checks, iamAction });
}

function notification(id: string, level: Level, text: string, properties: object = {}) {
  const message = { text: messageText(text) };
  return { descriptor: { id }, level, message, properties };
}
