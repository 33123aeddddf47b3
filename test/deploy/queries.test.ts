/** The queries of deploy/queries, run as they are by DuckDB over what srm-scan writes, in the layout of the fleet's bucket. */
import { buffer } from 'node:stream/consumers';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parquet } from '../../reports/parquet/findings.ts';
import { type Finding, type Report, severities } from '../../src/report/model.ts';
import { type Database, openDatabase, type Rows } from '../support/duckdb.ts';
import { acceptedReport } from '../support/hostile-report.ts';
import { readerOf } from '../support/report-document.ts';
import { temporaryFolder } from '../support/run-cli.ts';
import { sampleReport } from '../support/sample-report.ts';

const folder = temporaryFolder();
let database: Database;

const [first, second, third] = ['111111111111', '222222222222', '333333333333'] as const;

/** The same report of another account, some days ago. */
function scanned(report: Report, account: string, daysAgo: number, hour = '02'): Report {
  const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  return {
    ...report,
    scan: {
      ...report.scan,
      id: `${account}-${daysAgo}`,
      account: { id: account, alias: null },
      startedAt: `${day}T${hour}:17:00.000Z`,
      finishedAt: `${day}T${hour}:21:00.000Z`,
    },
    // Controls of two kinds: such as fail with their check, and such as do not.
    checks: report.checks.map((check, at) => ({
      ...check,
      claims: [
        {
          framework: 'cis-aws-6.0',
          control: `2.1.${at % 4}`,
          relation: at % 4 < 2 ? 'subset-of' : 'superset-of',
          source: 'own',
        },
      ],
    })),
    findings: report.findings.map((finding) => ({
      ...finding,
      account,
      id: `${account}-${finding.id}`,
    })),
  };
}

/** The newest scan of each account. */
const whole = sampleReport();
const partial = sampleReport({ partial: true });
const newest = [
  scanned(whole, first, 1),
  scanned(partial, second, 1),
  scanned(acceptedReport(), third, 2),
];
const failing = newest[0]?.findings.find(({ outcome }) => outcome === 'fail');
const passing = newest[0]?.findings.find(({ outcome }) => outcome === 'pass');
/** Before it: one failure less, and one pass less. */
const before = scanned(
  {
    ...whole,
    findings: whole.findings.flatMap((finding): readonly Finding[] => {
      const id = `${first}-${finding.id}`;
      if (id === failing?.id) return [{ ...finding, outcome: 'pass' }];
      return id === passing?.id ? [] : [finding];
    }),
  },
  first,
  2,
);
const all = [
  ...newest,
  before,
  // Twice on one day: the later one counts.
  scanned(whole, second, 1, '01'),
  // Too old to be looked at.
  scanned(whole, '444444444444', 30),
];

beforeAll(async () => {
  for (const report of all) {
    const { startedAt, account } = report.scan;
    const place = join(folder.path, `date=${startedAt.slice(0, 10)}`, `account=${account.id}`);
    mkdirSync(place, { recursive: true });
    const file = `${startedAt.replaceAll(/[-:]|\.\d+/g, '')}.parquet`;
    writeFileSync(join(place, file), await buffer(parquet.render(readerOf(report))));
  }
  database = await openDatabase();
  await database.query(
    `CREATE VIEW findings AS SELECT * FROM read_parquet('${folder.path}/*/*/*.parquet',
       hive_partitioning = true, hive_types = {'date': VARCHAR, 'account': VARCHAR})`,
  );
});
afterAll(() => {
  database.close();
  folder.remove();
});

async function answer(name: string): Promise<Rows> {
  const sql = readFileSync(new URL(`../../deploy/queries/${name}.sql`, import.meta.url), 'utf8');
  const rows = await database.query(sql);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
      ]),
    ),
  );
}

function failuresOf({ findings }: Report): readonly Finding[] {
  return findings.filter(({ outcome, owner }) => outcome === 'fail' && owner === 'customer');
}

describe('the queries', () => {
  it('count the failures of each account by severity, each account once', async () => {
    const rows = await answer('failures-by-account');
    expect(new Set(rows.map((row) => row['account']))).toEqual(new Set([first, second, third]));
    expect(rows.length).toBe(3);
    for (const report of newest) {
      const row = rows.find(({ account }) => account === report.scan.account.id);
      const failures = failuresOf(report);
      for (const severity of severities)
        expect(row?.[severity], severity).toBe(
          failures.filter((each) => each.severity === severity).length,
        );
      expect(row?.['muted']).toBe(failures.filter(({ muted }) => muted !== undefined).length);
    }
    expect(rows.find(({ account }) => account === third)?.['muted']).toBeGreaterThan(0);
  });

  it('tell what is new since the scan before, and what it was', async () => {
    const rows = await answer('new-failures');
    // The second account has two scans as well; nothing is known of the others' past.
    const own = rows.filter(({ account }) => account === first);
    expect(own).toEqual([
      expect.objectContaining({
        id: failing?.id,
        check_id: failing?.check,
        resource_arn: failing?.resource.arn,
        reasons: failing?.reasons,
        before: 'pass',
      }),
    ]);
    expect(rows.some(({ account }) => account === third)).toBe(false);
  });

  it('put the gravest checks first, with how many accounts and resources fail them', async () => {
    const rows = await answer('worst-checks');
    const failures = newest.flatMap(failuresOf);
    expect(rows.reduce((sum, row) => sum + Number(row['failures']), 0)).toBe(failures.length);
    const order = rows.map((row) => severities.findIndex((each) => each === row['severity']));
    const direction = severities[0] === 'critical' ? 1 : -1;
    expect(order).toEqual(order.toSorted((a, b) => direction * (a - b)));
    for (const row of rows) {
      const of = failures.filter(
        ({ check, severity }) => check === row['check_id'] && severity === row['severity'],
      );
      expect(row['failures']).toBe(of.length);
      expect(row['accounts']).toBe(new Set(of.map(({ account }) => account)).size);
    }
  });

  it('name the accounts of which not all was read', async () => {
    const rows = await answer('accounts-with-gaps');
    const wanted = newest.flatMap(({ scan, findings }) => {
      const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
      if (unknown.length === 0 && scan.status === 'complete') return [];
      return [
        {
          account: scan.account.id,
          scan_status: scan.status,
          unknown: unknown.length,
          checks: new Set(unknown.map(({ check }) => check)).size,
          regions: new Set(unknown.map(({ region }) => region)).size,
        },
      ];
    });
    expect(wanted.some(({ scan_status: status }) => status === 'partial')).toBe(true);
    const byAccount = (a: Rows[number], b: Rows[number]) =>
      String(a['account']).localeCompare(String(b['account']));
    expect(rows.toSorted(byAccount)).toEqual(wanted.toSorted(byAccount));
  });

  it('tell of each control of a framework in how many accounts it fails', async () => {
    const rows = await answer('controls-of-a-framework');
    const framework = 'cis-aws-6.0';
    const wanted = new Map<unknown, Set<string>>();
    for (const { checks, findings, scan } of newest) {
      for (const { id, claims } of checks) {
        const found = findings.filter(({ check }) => check === id);
        for (const { control, relation, ...claim } of claims) {
          if (claim.framework !== framework || found.length === 0) continue;
          const name = `${framework} ${control}`;
          const failed = wanted.get(name) ?? new Set();
          const isOne = relation === 'equal' || relation === 'subset-of';
          if (isOne && found.some(({ outcome }) => outcome === 'fail')) failed.add(scan.account.id);
          wanted.set(name, failed);
        }
      }
    }
    expect(wanted.size).toBeGreaterThan(0);
    expect(new Map(rows.map((row) => [row['control'], row['accounts_that_fail']]))).toEqual(
      new Map([...wanted].map(([control, accounts]) => [control, accounts.size])),
    );
  });
});
