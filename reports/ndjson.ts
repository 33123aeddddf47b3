/**
 * report.ndjson: the elements of report.json, one a line, each with its `type` in front, for what reads a stream. The first
 * line says how many calls and findings follow, so that a stream that broke off is known as one.
 */
import type { ReportReader } from '../src/report/model.ts';
import { dividedMatrix } from './other-services.ts';
import { inPieces } from './pieces.ts';
import { formats } from './formats.ts';
import type { Reporter } from './reporter.ts';

export const ndjson: Reporter = {
  ...formats.ndjson,
  render: (report) => inPieces(lines(report)),
};

function* lines(report: ReportReader): Generator<string> {
  const { schema, tool, rules, scan, coverage, summary, totals, checks, controls } = report;
  const { mutes = [], attestations = [] } = report;
  const { responsibilities, otherServices } = dividedMatrix(report);
  yield lineOf('head', { schema, tool, ...(rules && { rules }), scan, coverage, summary, totals });
  for (const each of responsibilities) yield lineOf('responsibility', each);
  for (const each of otherServices) yield lineOf('other-service', each);
  for (const each of checks) yield lineOf('check', each);
  for (const each of controls) yield lineOf('control', each);
  for (const each of mutes) yield lineOf('mute', each);
  for (const each of attestations) yield lineOf('attestation', each);
  for (const each of report.calls()) yield lineOf('call', each);
  for (const each of report.findings()) yield lineOf('finding', each);
}

function lineOf(type: string, element: object): string {
  return `${JSON.stringify({ type, ...element })}\n`;
}
