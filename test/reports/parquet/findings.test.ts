/** findings.parquet, as DuckDB reads it, beside the report that it was made of. */
import { buffer } from 'node:stream/consumers';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cures, remedyOf } from '../../../reports/cures.ts';
import { parquet } from '../../../reports/parquet/findings.ts';
import type { Finding, Report } from '../../../src/report/model.ts';
import { type Database, openDatabase, type Rows, rowsOf } from '../../support/duckdb.ts';
import { reportsToTell } from '../../support/format-case.ts';
import { readerOf } from '../../support/report-document.ts';
import { runCli, temporaryFolder } from '../../support/run-cli.ts';
import { sampleReport } from '../../support/sample-report.ts';

const folder = temporaryFolder();
let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => {
  database.close();
  folder.remove();
});

async function written(report: Report): Promise<Rows> {
  const path = join(folder.path, 'findings.parquet');
  writeFileSync(path, await buffer(parquet.render(readerOf(report))));
  return rowsOf(database, path);
}

/** UTF-8 has no bytes for half of a pair; all else stays as it is. */
function fit(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\p{Cs}/gu, '\uFFFD');
  return Array.isArray(value) ? value.map(fit) : value;
}

/** Of a map, as DuckDB gives it. */
function pairs(tags: Finding['tags']) {
  return tags ? Object.entries(tags).map(([key, value]) => ({ key, value })) : null;
}

/** What a row has to say of a finding. */
function told(finding: Finding, report: Report) {
  const { resource, muted, regraded } = finding;
  const check = report.checks.find(({ id }) => id === finding.check);
  const claims = check?.claims ?? [];
  const isFailure = finding.outcome === 'fail';
  const failed = claims.filter(({ relation }) => ['equal', 'subset-of'].includes(relation));
  const named = (links: typeof claims) =>
    links.map(({ framework, control }) => `${framework} ${control}`);
  const row = {
    id: finding.id,
    account: finding.account,
    account_alias: report.scan.account.alias,
    aws_partition: report.scan.partition,
    region: finding.region,
    service: finding.service,
    check_id: finding.check,
    title: finding.title,
    outcome: finding.outcome,
    severity: finding.severity,
    regraded_from: regraded?.from ?? null,
    regraded_because: regraded?.because ?? null,
    latent: finding.latent ?? false,
    muted: muted !== undefined,
    muted_until: muted?.until ?? null,
    muted_by: muted?.owner ?? null,
    muted_because: muted?.reason ?? null,
    managed_by: finding.owner,
    resource_arn: resource.arn,
    resource_type: resource.type,
    resource_name: resource.name,
    resource_kind: finding.kind ?? null,
    tags: pairs(finding.tags),
    reasons: finding.reasons,
    evidence: finding.evidence,
    controls: check ? named(claims) : null,
    failed_controls: isFailure ? (check ? named(failed) : null) : [],
    fix: remedyOf(finding, check?.fix, cures(report)) ?? null,
    link: check?.link ?? null,
    scan_id: report.scan.id,
    scan_status: report.scan.status,
    sample: report.scan.sample ?? false,
    rules: report.rules ?? null,
    tool_version: report.tool.version,
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fit(value)]));
}

function expectTold(rows: Rows, report: Report): void {
  expect(rows.length).toBe(report.findings.length);
  const wrong = report.findings.flatMap((finding, at) => {
    const wanted = told(finding, report);
    const row = Object.fromEntries(Object.keys(wanted).map((name) => [name, rows[at]?.[name]]));
    return JSON.stringify(row) === JSON.stringify(wanted) ? [] : [{ row, wanted }];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
}

describe('findings.parquet', () => {
  it('has the findings of the sample account, and its hash is in the manifest', async () => {
    const output = join(folder.path, 'demo');
    const scan = await runCli(['--demo', '--format', 'json,parquet', '--output', output]);
    expect(scan.code).toBe(1);
    const report: Report = JSON.parse(readFileSync(join(output, 'latest', 'report.json'), 'utf8'));
    expectTold(await rowsOf(database, join(output, 'latest', 'findings.parquet')), report);

    const verified = await runCli(['verify', join(output, 'latest')]);
    expect(verified.code).toBe(0);
    const manifest = readFileSync(join(output, 'latest', 'manifest.json'), 'utf8');
    expect(manifest).toContain('"findings.parquet"');
  });

  it.each(reportsToTell)('has the findings of %s, in their order', async (_, make) => {
    const report = make();
    expectTold(await written(report), report);
  });

  it('says when the scan began and ended, as instants', async () => {
    const report = sampleReport();
    const [row] = await written(report);
    const milliseconds = (text: unknown) => Date.parse(String(text).replace('+00', 'Z'));
    expect(milliseconds(row?.['started_at'])).toBe(Date.parse(report.scan.startedAt));
    expect(milliseconds(row?.['finished_at'])).toBe(Date.parse(report.scan.finishedAt));
    const types = await database.query(
      `SELECT DISTINCT typeof(started_at) AS type FROM '${join(folder.path, 'findings.parquet')}'`,
    );
    expect(types).toEqual([{ type: 'TIMESTAMP WITH TIME ZONE' }]);
  });

  it('is written in groups of rows, each of which a reader may pass over', async () => {
    await written(sampleReport({ buckets: 1500 }));
    const groups = await database.query(
      `SELECT DISTINCT row_group_id AS id, row_group_num_rows AS rows FROM parquet_metadata('${join(folder.path, 'findings.parquet')}') ORDER BY id`,
    );
    expect(groups.map(({ rows }) => Number(rows))).toEqual([5000, 5000, 640]);
  });

  it('is no text for standard output', async () => {
    const { code, stderr } = await runCli(['--demo', '--format', 'parquet', '--output', '-']);
    expect(code).toBe(2);
    expect(stderr).toContain('parquet is none; name a folder with --output');
  });
});
