/** The report as the records that wire.ts describes: those of the list of findings, and the rest. */
import type { CheckLine, ReportReader } from '../../src/report/model.ts';
import { recordOf } from './bytes.ts';
import { callRecords } from './encode-calls.ts';
import { findingRecords } from './encode-findings.ts';
import { placesOfResources, type Resources, resourceRecords } from './encode-resources.ts';
import { checksAsJudged } from './relations.ts';
import { controlsOf } from './control-names.ts';
import { byService, isShown } from './services.ts';
import type { CheckListed, CheckRest, StartHead } from './wire.ts';

const byNumber = new Intl.Collator('en-GB', { numeric: true });

interface Encoded {
  /** Findings in the order of the report: failures come first. */
  readonly list: Iterable<Uint8Array>;
  readonly rest: Iterable<Uint8Array>;
}

export function encode(report: ReportReader): Encoded {
  const resources = placesOfResources(report.findings());
  const checks = checksAsJudged(report);
  return {
    list: listRecords(report, checks, resources),
    rest: restRecords(report, checks, resources),
  };
}

function* listRecords(
  report: ReportReader,
  checks: readonly CheckLine[],
  resources: Resources,
): Generator<Uint8Array> {
  const { tool, scan, totals, responsibilities } = report;
  yield recordOf({
    kind: 'start',
    ...totals,
    resources: resources.size,
    services: Object.fromEntries(responsibilities.map((line) => [line.service, line.serviceName])),
    tool,
    scan,
    checks: checks.map(listed),
    controlNames: [...new Set(checks.flatMap(controlsOf))].toSorted(byNumber.compare),
    controlTitles: controlTitles(report),
  });
  yield* resourceRecords(resources);
  yield* findingRecords(report, resources);
}

function* restRecords(
  report: ReportReader,
  checks: readonly CheckLine[],
  resources: Resources,
): Generator<Uint8Array> {
  const { scan, responsibilities, controls, coverage } = report;
  yield recordOf({
    kind: 'rest',
    checks: checks.map(restOf),
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
  });
  yield* callRecords(report, resources);
}

function controlTitles({ controls }: ReportReader): StartHead['controlTitles'] {
  const titles: Record<string, Record<string, string>> = {};
  for (const { framework, control, title, checks } of controls) {
    if (checks.length > 0) titles[framework] = { ...titles[framework], [control]: title };
  }
  return titles;
}

function listed({ id, title, service, responsibility, claims }: CheckLine): CheckListed {
  const named = claims.map(({ framework, control }) => ({ framework, control }));
  return { id, title, service, responsibility, claims: named };
}

function restOf({
  id: _id,
  title: _title,
  service: _service,
  responsibility: _responsibility,
  controls: _controls,
  claims,
  ...check
}: CheckLine): CheckRest {
  return { ...check, claims: claims.map(({ framework: _of, control: _named, ...claim }) => claim) };
}
