/** The report as the records that wire.ts describes. */
import type { CheckLine, ReportReader } from '../../src/report/model.ts';
import { recordOf } from './bytes.ts';
import { callRecords } from './encode-calls.ts';
import { findingRecords } from './encode-findings.ts';
import { placesOfResources, resourceRecords } from './encode-resources.ts';
import { checksAsJudged } from './relations.ts';
import { byService, isShown } from './services.ts';
import type { CheckShown, StartHead } from './wire.ts';

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
    gaps: coverage.gaps.map(({ service, operation, regions, reason, cause, cure }) => ({
      service,
      operation,
      regions,
      reason,
      cause,
      cure,
    })),
    responsibilities: byService(responsibilities)
      .filter(isShown)
      .flatMap(({ lines }) => lines),
    controls: controls.filter(({ framework }) => scan.selection.frameworks.includes(framework)),
    controlTitles: controlTitles(report),
  });
  yield* resourceRecords(resources);
  yield* findingRecords(report, resources);
  yield* callRecords(report, resources);
}

function controlTitles({ controls }: ReportReader): StartHead['controlTitles'] {
  const titles: Record<string, Record<string, string>> = {};
  for (const { framework, control, title, checks } of controls) {
    if (checks.length > 0) titles[framework] = { ...titles[framework], [control]: title };
  }
  return titles;
}

function shown({ controls: _ids, ...check }: CheckLine): CheckShown {
  return check;
}
