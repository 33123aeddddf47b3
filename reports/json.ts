/** report.json: the report model as it is, but for services that are not in use. Lists have one element a line, so that two reports can be compared. */
import type { ReportReader } from '../src/report/model.ts';
import { dividedMatrix } from './other-services.ts';
import { inPieces } from './pieces.ts';
import { formats } from './formats.ts';
import type { Reporter } from './reporter.ts';

export const json: Reporter = {
  ...formats.json,
  render: (report) => inPieces(parts(report)),
};

function* parts(report: ReportReader): Generator<string> {
  const { schema, tool, rules, scan, coverage, summary, letIn, checks, controls } = report;
  const { mutes, attestations } = report;
  yield '{';
  const head = {
    schema,
    tool,
    ...(rules && { rules }),
    scan,
    coverage,
    summary,
    ...(letIn && { letIn }),
  };
  for (const [name, value] of Object.entries(head)) {
    yield `\n  "${name}": ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')},`;
  }
  const lists = {
    ...dividedMatrix(report),
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
