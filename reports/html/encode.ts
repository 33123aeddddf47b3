/** The report as the records that wire.ts describes. */
import type { CheckLine, ReportReader } from '../../src/report/model.ts';
import { recordOf } from './bytes.ts';
import { callRecords } from './encode-calls.ts';
import { findingRecords } from './encode-findings.ts';
import { placesOfResources, resourceRecords } from './encode-resources.ts';
import { checksAsJudged } from './relations.ts';
import { byService, isShown } from './services.ts';
import type { CheckShown } from './wire.ts';

/** Findings in the order of the report: failures come first. */
export function* encode(report: ReportReader): Generator<Uint8Array> {
  const { tool, scan, totals, responsibilities, controls, coverage } = report;
  const resources = placesOfResources(report.findings());
  yield recordOf({
    kind: 'start',
    ...totals,
    resources: resources.size,
    services: Object.fromEntries(responsibilities.map((line) => [line.service, line.serviceName])),
    tool,
    scan,
    checks: checksAsJudged(report).map(shown),
    gaps: coverage.gaps.map(
      ({ iamAction: _action, count: _count, checks: _checks, region: _region, ...told }) => told,
    ),
    responsibilities: byService(responsibilities)
      .filter(isShown)
      .flatMap(({ lines }) => lines),
    controls: controls.filter(({ framework }) => scan.selection.frameworks.includes(framework)),
  });
  yield* resourceRecords(resources);
  yield* findingRecords(report, resources);
  yield* callRecords(report, resources);
}

function shown({ controls: _ids, ...check }: CheckLine): CheckShown {
  return check;
}
