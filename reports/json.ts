/** report.json: the report model as it is. Lists have one element a line, so that two reports can be compared. */
import type { ReportReader } from '../src/report/model.ts';
import type { Reporter } from './reporter.ts';

/** Characters that are gathered before they are handed on: a write for each finding would be slow. */
const pieceLength = 65_536;

export const json: Reporter = { id: 'json', file: 'report.json', render };

function* render(report: ReportReader): Generator<string> {
  let piece = '';
  for (const part of parts(report)) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* parts(report: ReportReader): Generator<string> {
  const { schema, tool, scan, coverage, summary, responsibilities, checks, controls } = report;
  const { mutes, attestations } = report;
  yield '{';
  const head = { schema, tool, scan, coverage, summary };
  for (const [name, value] of Object.entries(head)) {
    yield `\n  "${name}": ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')},`;
  }
  const lists = {
    responsibilities,
    checks,
    controls,
    ...(mutes && { mutes }),
    ...(attestations && { attestations }),
    calls: report.calls(),
    findings: report.findings(),
  };
  let comma = '';
  for (const [name, elements] of Object.entries(lists)) {
    yield `${comma}\n  "${name}": `;
    comma = ',';
    let separator = '[';
    for (const element of elements) {
      yield `${separator}\n    ${JSON.stringify(element)}`;
      separator = ',';
    }
    yield separator === '[' ? '[]' : '\n  ]';
  }
  yield '\n}\n';
}
