/** The manifest of a report of the job, held against a copy of what its bucket has. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFleet } from '../../../src/fleet/reduce.ts';
import { summaryOf } from '../../../src/fleet/summarize.ts';
import { type AccountSummary, summaryShape } from '../../../src/fleet/summary.ts';
import { writeFleet } from '../../../src/run/fleet/write.ts';
import { readRun } from '../../../src/run/fleet-job/bound.ts';
import { runKeys } from '../../../src/run/fleet-job/store.ts';
import { storeReports } from '../../../src/run/lambda-scan.ts';
import { readAnyManifest, isOfRun } from '../../../src/run/manifest/read.ts';
import { verifyFleet } from '../../../src/run/manifest/verify-fleet.ts';
import { json } from '../../../reports/json.ts';
import { readerOf } from '../../support/report-document.ts';
import { sampleReport } from '../../support/sample-report.ts';

let path = '';
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'srm-scan-bound-'));
});
afterEach(() => {
  rmSync(path, { recursive: true });
});

const keys = runKeys('audits', '20261127T021700Z');
const report = readerOf(sampleReport());
const { id: account } = report.scan.account;

function put(key: string, body: string | Uint8Array): void {
  mkdirSync(dirname(join(path, key)), { recursive: true });
  writeFileSync(join(path, key), body);
}

const bucket = {
  readBytes: (key: string) => Promise.resolve(readFileSync(join(path, key))),
  writeFile: (key: string, file: string) => {
    put(key, readFileSync(file));
    return Promise.resolve(key);
  },
};

const keysIn = () =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .toSorted();

/** A scan by one function, and the report of the whole, which lies where the answer says. */
async function reported(change: (summary: AccountSummary) => AccountSummary = (same) => same) {
  const { manifest } = await storeReports(report, [json], bucket, (file) =>
    keys.report(account, 'request-1', file),
  );
  const summary = summaryOf(report, null, [`request-1/${json.file}`], {
    manifest: { name: 'request-1/manifest.json', ...manifest },
  });
  put(keys.summary(account), JSON.stringify(change(summary)));
  put(keys.accounts, JSON.stringify([{ account }]));
  // Of a function that came second, and so does not count.
  put(keys.report(account, 'request-2', json.file), '{}');

  const read = readRun(bucket, keys);
  await read.text(keys.accounts);
  const kept = summaryShape.parse(JSON.parse((await read.text(keys.summary(account))) ?? ''));
  const tool = { name: 'srm-scan', version: '1' } as const;
  const fleet = createFleet({ tool, catalogue: new Map(), failOn: 'high', allowUnknown: false });
  read.addRun(kept);
  fleet.add(kept, null);
  const left = keysIn().filter((key) => key.startsWith(keys.ofAccounts));
  const folder = dirname(join(path, keys.fleet('20261127T030000Z-r9', 'fleet.json')));
  mkdirSync(folder, { recursive: true });
  await writeFleet(folder, fleet.report(), read.bound(left));
  return folder;
}

async function verified(folder: string) {
  const found = await readAnyManifest(folder);
  if (!found || isOfRun(found)) return expect.unreachable();
  return { ...(await verifyFleet(folder, found.manifest)), manifest: found.manifest };
}

describe('a report of the job', () => {
  it('binds the list, the summaries and the manifests of runs, and names what does not count', async () => {
    const { faults, unbound, files, manifest } = await verified(await reported());
    expect({ faults, unbound, files }).toEqual({ faults: [], unbound: [], files: 2 });
    expect(manifest.sources.map(({ name }) => name)).toEqual(
      ['accounts.json', `account=${account}/summary.json`].toSorted(),
    );
    expect(manifest.runs.map(({ folder }) => folder)).toEqual([`account=${account}/request-1`]);
    expect(manifest.beside).toEqual([`account=${account}/request-2`]);
  });

  it.each([
    ['accounts.json', 'was changed'],
    [`account=${account}/summary.json`, 'was changed'],
    [`account=${account}/request-1/report.json`, 'was changed'],
    [`account=${account}/request-1/manifest.json`, 'was changed'],
    [`account=${account}/request-1/more.json`, 'was added'],
    [`account=${account}/request-3`, 'was added'],
    ['account=999988887777', 'was added'],
  ])('shows that %s %s', async (name, what) => {
    const folder = await reported();
    const key = name.endsWith('.json') ? name : `${name}/report.json`;
    put(`${keys.base}${key}`, 'changed');
    const { faults } = await verified(folder);
    expect(faults).toEqual([{ file: `../../${name}`, what: expect.stringContaining(what) }]);
  });

  it('shows what was added beside it, and leaves other reports of the run alone', async () => {
    const folder = await reported();
    put(keys.fleet('20261127T040000Z-r10', 'fleet.json'), '{}');
    expect((await verified(folder)).faults).toEqual([]);
    writeFileSync(join(folder, 'more.html'), '');
    expect((await verified(folder)).faults).toMatchObject([{ file: 'more.html' }]);
  });

  it('says that nobody can tell of a run whose function did not name its manifest', async () => {
    const folder = await reported(({ manifest: _none, ...summary }) => summary);
    const { faults, unbound } = await verified(folder);
    expect(faults).toEqual([]);
    expect(unbound).toEqual([`../../account=${account}/request-1`]);
  });

  it('looks at nothing outside of what was copied', async () => {
    const folder = await reported();
    const alone = join(path, 'elsewhere', 'alone');
    mkdirSync(alone, { recursive: true });
    for (const name of readdirSync(folder))
      writeFileSync(join(alone, name), readFileSync(join(folder, name)));
    await expect(verified(alone)).rejects.toThrow(/copy all that is below run=<run>\//);
  });
});
