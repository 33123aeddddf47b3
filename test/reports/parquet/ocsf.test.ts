/** findings.ocsf.parquet, as DuckDB reads it, beside the events of findings.ocsf.ndjson. */
import { buffer } from 'node:stream/consumers';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ocsf } from '../../../reports/ocsf.ts';
import { ocsfParquet } from '../../../reports/parquet/ocsf.ts';
import type { Report } from '../../../src/report/model.ts';
import { type Database, openDatabase } from '../../support/duckdb.ts';
import { reportsToTell, textOf } from '../../support/format-case.ts';
import { readerOf } from '../../support/report-document.ts';
import { temporaryFolder } from '../../support/run-cli.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { draft2020 } from '../../support/standard-schemas.ts';

const folder = temporaryFolder();
const path = join(folder.path, 'findings.ocsf.parquet');
const faults = draft2020('ocsf/compliance_finding-1.6.0.cloud-datetime.schema.json');
let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => {
  database.close();
  folder.remove();
});

const object = z.record(z.string(), z.unknown());
const event = object.and(
  z.object({
    metadata: object,
    compliance: object.and(z.object({ status_details: z.array(z.string()) })),
    cloud: object,
    finding_info: object,
    resources: z.array(object).length(1),
    evidences: z.array(z.object({ uid: z.string() })),
    unmapped: object,
  }),
);

/** Each row as JSON; what is null is not there. */
async function rowsOf(report: Report): Promise<readonly Record<string, unknown>[]> {
  writeFileSync(path, await buffer(ocsfParquet.render(readerOf(report))));
  const rows = await database.query(
    `SELECT to_json(row) AS json FROM (SELECT * EXCLUDE (time_dt) FROM read_parquet('${path}')) row`,
  );
  return rows.map(({ json }) =>
    object.parse(
      JSON.parse(String(json), (_, value: unknown) => (value === null ? undefined : value)),
    ),
  );
}

describe('findings.ocsf.parquet', () => {
  it.each(reportsToTell)('has the events of %s', async (_, make) => {
    const report = make();
    const rows = await rowsOf(report);
    const lines = (await textOf(ocsf, report)).split('\n').slice(0, -1);
    expect(rows.length).toBe(lines.length);
    const wrong = lines.flatMap((line, at) => {
      const newer = event.parse(JSON.parse(line));
      const {
        status_details: details,
        control_parameters: _1,
        checks: _2,
        ...compliance
      } = newer.compliance;
      const { last_seen_time: _3, last_seen_time_dt: _4, ...info } = newer.finding_info;
      const { cloud_partition: _5, ...cloud } = newer.cloud;
      const { time_dt: _6, resources, evidences, ...rest } = newer;
      const unmapped = { ...newer.unmapped, evidences: evidences.map(({ uid }) => uid) };
      const wanted = {
        ...rest,
        cloud,
        finding_info: info,
        metadata: { ...newer.metadata, version: '1.1.0' },
        compliance: { ...compliance, status_detail: details.join('; ') },
        resource: resources[0],
        unmapped: Object.fromEntries(
          Object.entries(unmapped).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        ),
      };
      try {
        expect(rows[at]).toEqual(wanted);
        return [];
      } catch {
        return [{ row: rows[at], wanted }];
      }
    });
    expect(wrong.slice(0, 2)).toEqual([]);
  });

  it('has no attribute that the class does not know', async () => {
    const [row] = await rowsOf(sampleReport());
    expect(faults(row)).toEqual([]);
  });

  it('keeps pages and groups to what Security Lake asks for', async () => {
    await rowsOf(sampleReport({ buckets: 1500 }));
    const [largest] = await database.query(
      `SELECT max(row_group_compressed_bytes) AS bytes FROM parquet_metadata('${path}')`,
    );
    expect(Number(largest?.['bytes'])).toBeLessThan(256 * 2 ** 20);
  });
});
