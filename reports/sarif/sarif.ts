/**
 * findings.sarif: SARIF 2.1.0 with errata 01 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for GitHub code scanning and
 * what else shows the results of analysers. Its results are failures alone.
 */
import type { ReportReader } from '../../src/report/model.ts';
import { inPieces, members } from '../pieces.ts';
import { formats } from '../formats.ts';
import type { Reporter } from '../reporter.ts';
import { descriptors, mostResults, notificationsOf } from './notifications.ts';
import { resultOf } from './results.ts';
import { ruleId, rulesOf } from './rules.ts';

export const sarif: Reporter = {
  ...formats.sarif,
  render: (report) => inPieces(parts(report)),
};

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function* parts(report: ReportReader): Generator<string> {
  const { scan, tool, coverage, summary } = report;
  const rules = rulesOf(report);
  const driver = { name: tool.name, version: tool.version, semanticVersion: tool.version };
  const account = scan.account.id;
  yield `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{\n`;
  yield `"tool":{"driver":{${members(driver)},\n"notifications":${JSON.stringify(descriptors)},\n"rules":[`;
  yield* listed(rules);
  yield `]}},\n"columnKind":"utf16CodeUnits",\n"automationDetails":{"id":${JSON.stringify(`srm-scan/${account}/${scan.id}`)}},\n`;
  const invocation = {
    startTimeUtc: scan.startedAt,
    endTimeUtc: scan.finishedAt,
    executionSuccessful: scan.status === 'complete',
  };
  yield `"invocations":[{${members(invocation)},"toolExecutionNotifications":[`;
  yield* listed(notificationsOf(report));
  const properties = {
    account,
    scan: scan.id,
    status: scan.status,
    ...(scan.sample ? { sample: true } : {}),
    regions: scan.regions,
    ...(scan.activity ? { activity: scan.activity } : {}),
    calls: coverage.calls,
    findings: summary.byOutcome,
  };
  yield `]}],\n"properties":${JSON.stringify(properties)},\n"results":[`;
  yield* listed(results(report, rules));
  yield ']}]}\n';
}

/** The failures stand first in a report, the gravest of them at the top. */
function* results(report: ReportReader, rules: readonly { readonly id: string }[]) {
  const own = new Map(report.checks.map(({ id, severity }) => [id, severity]));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  let left = mostResults;
  for (const finding of report.findings()) {
    if (finding.outcome !== 'fail' || left === 0) return;
    left -= 1;
    const id = ruleId(finding.check, finding.severity, own.get(finding.check));
    const ruleIndex = indexes.get(id);
    yield resultOf(finding, { ruleId: id, ...(ruleIndex === undefined ? {} : { ruleIndex }) });
  }
}

/** The elements of an array, a line each. */
function* listed(elements: Iterable<object>): Generator<string> {
  let between = '\n';
  for (const element of elements) {
    yield `${between}${JSON.stringify(element)}`;
    between = ',\n';
  }
}
