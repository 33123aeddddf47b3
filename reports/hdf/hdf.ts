/**
 * results.hdf.json: the Heimdall Data Format of MITRE, as InSpec's exec-json (schemas of
 * https://github.com/mitre/heimdall2, libs/inspecjs/schemas). A check is a control, a finding a result of it.
 */
import { createHash } from 'node:crypto';
import type { Finding, ReportReader } from '../../src/report/model.ts';
import { printable } from '../../src/text/printable.ts';
import { cures } from '../cures.ts';
import { inPieces, members } from '../pieces.ts';
import { formats } from '../formats.ts';
import type { Reporter } from '../reporter.ts';
import { byCheck } from './by-check.ts';
import { controlOf, coverageControl, resultOf, statusOf, waiverOf } from './control.ts';

export const hdf: Reporter = {
  ...formats.hdf,
  render: (report) => inPieces(parts(report)),
};

function* parts(report: ReportReader): Generator<string> {
  const { tool, scan, checks } = report;
  const coverage = coverageControl(report);
  const head = {
    platform: { name: 'aws', release: scan.partition, target_id: scan.account.id },
    version: tool.version,
    statistics: statisticsOf(report),
    srm_scan: {
      scan: scan.id,
      account: scan.account.id,
      status: scan.status,
      ...(scan.sample ? { sample: true } : {}),
    },
  };
  const profile = {
    name: tool.name,
    title: `srm-scan of account ${scan.account.id}`,
    version: tool.version,
    sha256: checksumOf(report),
    supports: [{ platform: 'aws' }],
    attributes: scan.parameters.map(({ check, parameter, value }) => ({
      name: printable(`${check}.${parameter}`),
      options: { value },
    })),
    groups: groupsOf(report, coverage.id),
    status: 'loaded',
  };
  yield `{${members(head)},\n"profiles":[{${members(profile)},\n"controls":[\n${JSON.stringify(coverage)}`;
  const lines = new Map(checks.map((check) => [check.id, check]));
  const waivers = waiversOf(report);
  const cureOf = cures(report);
  const made = (finding: Finding) =>
    JSON.stringify(resultOf(finding, report.byCheck.get(finding.check), scan.startedAt, cureOf));
  for (const [check, results] of byCheck(report, made)) {
    const line = lines.get(check);
    if (line === undefined) continue;
    const control = controlOf(line, report.byCheck.get(check), waivers.get(check));
    yield `,\n{${members(control)},"results":[`;
    let between = '\n';
    for (const result of results) {
      yield `${between}${result}`;
      between = ',\n';
    }
    yield ']}';
  }
  yield '\n]}]}\n';
}

/** Of each check with muted failures. They stand in the first part of a report. */
function waiversOf(report: ReportReader): ReadonlyMap<string, object> {
  const muted = new Map<string, { readonly first: NonNullable<Finding['muted']>; count: number }>();
  for (const finding of report.findings()) {
    if (finding.outcome !== 'fail') break;
    if (finding.muted === undefined) continue;
    const own = muted.get(finding.check) ?? { first: finding.muted, count: 0 };
    own.count += 1;
    muted.set(finding.check, own);
  }
  return new Map(
    [...muted].map(([check, { first, count }]) => [
      check,
      waiverOf(first, count, report.byCheck.get(check)?.counts.fail ?? count),
    ]),
  );
}

/** Of controls, as Heimdall counts them. */
function statisticsOf({ checks, byCheck: tallies, scan }: ReportReader) {
  const statuses = checks.map(({ id }) => statusOf(tallies.get(id)));
  const total = (...wanted: readonly string[]) => ({
    total: statuses.filter((status) => wanted.includes(status)).length,
  });
  return {
    duration: (Date.parse(scan.finishedAt) - Date.parse(scan.startedAt)) / 1000,
    controls: {
      passed: total('passed'),
      failed: total('failed'),
      skipped: total('skipped', 'error', 'not-applicable'),
    },
  };
}

/** One for each service. */
function groupsOf({ checks }: ReportReader, coverage: string) {
  const services = new Map<string, string[]>([['srm-scan', [coverage]]]);
  for (const { service, id } of checks) {
    services.set(service, [...(services.get(service) ?? []), printable(id)]);
  }
  return [...services].map(([id, controls]) => ({
    id: printable(id),
    title: printable(id),
    controls,
  }));
}

/** Of what was judged and by which measures: another one means other rules. */
function checksumOf({ checks }: ReportReader): string {
  const rules = checks.map(({ id, title, severity, parameters = {} }) => [
    id,
    title,
    severity,
    parameters,
  ]);
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}
