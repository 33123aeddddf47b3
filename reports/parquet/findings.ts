/**
 * findings.parquet: a row for each finding, with what it needs of its check and of the scan, so that the files of many scans
 * are one table. Texts are as AWS and people wrote them; half of a surrogate pair, which UTF-8 has no bytes for, is U+FFFD.
 */
import {
  type CheckLine,
  failCounts,
  type Finding,
  type ReportReader,
} from '../../src/report/model.ts';
import { valueText } from '../../src/text/value.ts';
import { type CureOf, cures, remedyOf } from '../cures.ts';
import { formats } from '../formats.ts';
import type { BinaryReporter } from '../reporter.ts';
import type { Cell } from './held.ts';
import { type Column, type ColumnType, parquetOf } from './table.ts';

export const parquet: BinaryReporter = {
  ...formats.parquet,
  render: (report) =>
    parquetOf(findingColumns, rowsOf(report), { createdBy: createdBy(report), mostRows }),
};

/** With 10,000 a million findings took 250 MB, with these 50 MB. */
const mostRows = 5000;

export function createdBy({ tool }: Pick<ReportReader, 'tool'>): string {
  return `${tool.name} version ${tool.version}`;
}

interface Row {
  readonly finding: Finding;
  /** Undefined where the report has no such check. */
  readonly check: OfCheck | undefined;
  readonly scan: OfScan;
  readonly cureOf: CureOf;
}

type OfCheck = ReturnType<typeof ofCheck>;
type OfScan = ReturnType<typeof ofScan>;

const text = column('text');
const texts = column('texts');
const flag = column('boolean');
const moment = column('moment');

interface FindingColumn extends Column<Row> {
  readonly type: ColumnType;
}

/** In the order of the file. A name that was published is never used for anything else, nor for another type. */
export const findingColumns: readonly FindingColumn[] = [
  own('id', 'text', ({ finding }) => finding.id),
  text('account', ({ finding }) => finding.account),
  text('account_alias', ({ scan }) => scan.alias),
  text('aws_partition', ({ scan }) => scan.partition),
  text('region', ({ finding }) => finding.region),
  text('service', ({ finding }) => finding.service),
  text('check_id', ({ finding }) => finding.check),
  text('title', ({ finding }) => finding.title),
  text('outcome', ({ finding }) => finding.outcome),
  text('severity', ({ finding }) => finding.severity),
  text('regraded_from', ({ finding }) => finding.regraded?.from),
  text('regraded_because', ({ finding }) => finding.regraded?.because),
  flag('latent', ({ finding }) => finding.latent === true),
  flag('muted', ({ finding }) => finding.muted !== undefined),
  text('muted_until', ({ finding }) => finding.muted?.until),
  text('muted_by', ({ finding }) => finding.muted?.owner),
  text('muted_because', ({ finding }) => finding.muted?.reason),
  text('managed_by', ({ finding }) => finding.owner),
  text('responsibility', ({ finding, check }) =>
    check?.responsibility.replace(/^[^.]+/, finding.service),
  ),
  own('resource_arn', 'text', ({ finding }) => finding.resource.arn),
  text('resource_type', ({ finding }) => finding.resource.type),
  own('resource_name', 'text', ({ finding }) => finding.resource.name),
  text('resource_kind', ({ finding }) => finding.kind),
  own('tags', 'labels', ({ finding }) => finding.tags),
  own('reasons', 'texts', ({ finding }) => finding.reasons),
  own('parameters', 'labels', ({ finding: { parameters } }) => parameters && valuesOf(parameters)),
  own('evidence', 'texts', ({ finding }) => finding.evidence),
  texts('controls', ({ check }) => check?.controls),
  texts('failed_controls', ({ finding, check }) =>
    finding.outcome === 'fail' ? check?.failedControls : none,
  ),
  text('fix', ({ finding, check, cureOf }) => remedyOf(finding, check?.fix, cureOf)),
  text('link', ({ check }) => check?.link),
  text('scan_id', ({ scan }) => scan.id),
  text('scan_status', ({ scan }) => scan.status),
  moment('started_at', ({ scan }) => scan.startedAt),
  moment('finished_at', ({ scan }) => scan.finishedAt),
  flag('sample', ({ scan }) => scan.isSample),
  text('rules', ({ scan }) => scan.rules),
  text('tool_version', ({ scan }) => scan.version),
];

const none: readonly string[] = [];

type Value = (row: Row) => Cell | undefined;

function column(type: ColumnType) {
  return (name: string, value: Value): FindingColumn => ({
    name,
    type,
    cell: (row) => value(row) ?? null,
  });
}

/** A column in which hardly two rows have the same. */
function own(name: string, type: ColumnType, value: Value): FindingColumn {
  return { ...column(type)(name, value), isOwn: true };
}

function* rowsOf(report: ReportReader): Generator<Row> {
  const checks = new Map(report.checks.map((check) => [check.id, ofCheck(check)]));
  const scan = ofScan(report);
  const cureOf = cures(report);
  for (const finding of report.findings()) {
    yield { finding, check: checks.get(finding.check), scan, cureOf };
  }
}

/** What all rows of a check have alike. */
function ofCheck({ responsibility, claims, fix, link }: CheckLine) {
  const named = claims.map(({ framework, control, relation }) => ({
    name: `${framework} ${control}`,
    relation,
  }));
  return {
    responsibility,
    fix,
    link,
    controls: named.map(({ name }) => name),
    /** Those of which a failure of the check is one: it asks for nothing that they do not. */
    failedControls: named.filter(({ relation }) => failCounts(relation)).map(({ name }) => name),
  };
}

/** What all rows have alike. */
function ofScan({ scan, tool, rules }: ReportReader) {
  return {
    id: scan.id,
    alias: scan.account.alias,
    partition: scan.partition,
    status: scan.status,
    startedAt: new Date(scan.startedAt),
    finishedAt: new Date(scan.finishedAt),
    isSample: scan.sample === true,
    rules,
    version: tool.version,
  };
}

function valuesOf(parameters: NonNullable<Finding['parameters']>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, valueText(value)]),
  );
}
