/**
 * junit.xml, for what shows the tests of a build. There is no standard; both Jenkins' schema and that of Ant take this. A
 * finding is a test case: its class is the check under its service, its name the resource. Only what was read and is right
 * passes: `unknown` is an error, which turns a build red as a failure does, and so is a call that was lost, since a Region that
 * was not read leaves no finding. What its owner accepted, a person must judge or is not the customer's is skipped.
 */
import type { Finding, Gap, ReportReader } from '../src/report/model.ts';
import { printable } from '../src/text/printable.ts';
import { type CureOf, cures } from './cures.ts';
import { inPieces } from './pieces.ts';
import { formats } from './formats.ts';
import type { Reporter } from './reporter.ts';

export const junit: Reporter = {
  ...formats.junit,
  render: (report) => inPieces(parts(report)),
};

/** What became of a test case that did not pass. */
interface Trouble {
  readonly element: 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
}

function* parts(report: ReportReader): Generator<string> {
  const { scan, tool, summary, coverage } = report;
  const muted = Object.values(summary.muted ?? {}).reduce((sum, count) => sum + count, 0);
  const { fail, unknown, pass } = summary.byOutcome;
  const gaps = coverage.gaps.length;
  const counts = {
    tests: report.totals.findings + gaps,
    failures: fail - muted,
    errors: unknown + gaps,
    skipped: report.totals.findings - pass - unknown - (fail - muted),
  };
  const suite = {
    name: 'srm-scan',
    package: scan.account.id,
    id: 0,
    hostname: 'localhost',
    // As Ant's schema has it: without a zone. It is UTC.
    timestamp: scan.startedAt.slice(0, 19),
    time: 0,
    ...counts,
  };
  const facts = {
    version: tool.version,
    account: scan.account.id,
    startedAt: scan.startedAt,
    status: scan.status,
    ...(scan.endedBy === undefined ? {} : { endedBy: scan.endedBy }),
    ...(scan.sample ? { sample: 'the sample account of the demo' } : {}),
  };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  yield `<testsuite${attributes(suite)}>\n<properties>\n`;
  for (const [name, value] of Object.entries(facts)) {
    yield `<property${attributes({ name, value })}/>\n`;
  }
  yield '</properties>\n';
  for (const gap of coverage.gaps) yield gapCase(gap);
  const cureOf = cures(report);
  for (const finding of report.findings()) yield findingCase(finding, cureOf);
  yield '<system-out/>\n<system-err/>\n</testsuite>\n</testsuites>\n';
}

function findingCase(finding: Finding, cureOf: CureOf): string {
  const { service, check, region, resource, title, reasons, id, outcome } = finding;
  const trouble = troubleOf(finding);
  const named = { classname: `${service}.${check}`, name: `${resource.arn} (${region}) ${id}` };
  if (trouble === undefined) return testCase(named);
  const cure = outcome === 'unknown' ? [cureOf(finding)] : [];
  return testCase(named, trouble, [title, ...reasons, ...cure, `finding ${id}`]);
}

function troubleOf({ outcome, severity, reasons, muted }: Finding): Trouble | undefined {
  const why = reasons.join('; ');
  switch (outcome) {
    case 'pass':
      return undefined;
    case 'fail':
      if (muted === undefined) return { element: 'failure', type: severity, message: why };
      return skipped(`muted until ${muted.until} by ${muted.owner}: ${muted.reason}; ${why}`);
    case 'unknown':
      return { element: 'error', type: outcome, message: why };
    case 'manual':
      return skipped(`a person must judge: ${why}`);
    case 'not-applicable':
      return skipped(`not applicable: ${why}`);
    case 'out-of-scope':
      return skipped(`not the customer's: ${why}`);
  }
}

function skipped(message: string): Trouble {
  return { element: 'skipped', type: 'skipped', message };
}

function gapCase({ service, operation, region, regions, reason, cause, cure }: Gap): string {
  const what = `${service}:${operation} in ${region === '*' ? regions.join(', ') : region}`;
  return testCase(
    { classname: 'srm-scan.coverage', name: `${what}: ${reason}: ${cause}` },
    { element: 'error', type: reason, message: `could not be read: ${cause}` },
    [cure],
  );
}

function testCase(
  named: { readonly classname: string; readonly name: string },
  trouble?: Trouble,
  lines: readonly string[] = [],
): string {
  const opening = `<testcase${attributes({ ...named, time: 0 })}`;
  if (trouble === undefined) return `${opening}/>\n`;
  const { element, type, message } = trouble;
  // Ant's schema knows no type of what was skipped.
  const told = attributes(element === 'skipped' ? { message } : { message, type });
  return `${opening}><${element}${told}>${lines.map(escaped).join('\n')}</${element}></testcase>\n`;
}

function attributes(named: Readonly<Record<string, string | number>>): string {
  return Object.entries(named)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** XML 1.0 holds no control characters, no halves of pairs and none of two that are no characters (section 2.2). */
function escaped(text: string): string {
  return printable(text)
    .replaceAll('\uFFFE', '<U+FFFE>')
    .replaceAll('\uFFFF', '<U+FFFF>')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}
