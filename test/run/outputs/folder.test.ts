/** F51, F71: what is in the folder of the reports after a scan, and after one that could not write. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reporters } from '../../../reports/index.ts';
import type { Report } from '../../../src/report/model.ts';
import { openOutput, parseFormats, writeReports } from '../../../src/run/outputs/output.ts';
import { replaceAll } from '../../../src/run/outputs/replace.ts';
import { mayReplace } from '../../../src/run/outputs/trial.ts';
import { UserError } from '../../../src/text/user-error.ts';
import { readerOf } from '../../support/report-document.ts';
import { sampleReport } from '../../support/sample-report.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'srm-scan-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const first = '2026-11-22T15:41:07.000Z';
const second = '2026-11-23T15:41:07.000Z';
const ours = '123456789012';
const theirs = '210987654321';

function reportOf(account: string, startedAt: string): Report {
  const report = sampleReport({ buckets: 0 });
  return { ...report, scan: { ...report.scan, startedAt, account: { id: account, alias: null } } };
}

async function write(account: string, startedAt: string, ...formats: readonly string[]) {
  const output = await openOutput(folder, parseFormats(formats));
  return writeReports(readerOf(reportOf(account, startedAt)), output);
}

/** Of which scan a report in the folder is. */
function scanIn(...path: readonly string[]): unknown {
  const report: { scan: Report['scan'] } = JSON.parse(
    readFileSync(join(folder, ...path, 'report.json'), 'utf8'),
  );
  return [report.scan.account.id, report.scan.startedAt];
}

function keepEvidence(startedAt: string): void {
  const start = JSON.stringify({ record: 'scan', startedAt });
  writeFileSync(join(folder, 'evidence.ndjson.gz'), gzipSync(`${start}\n`));
}

describe('F51 the folder of the reports holds one scan, the newest', () => {
  it('of the same account: it is replaced', async () => {
    await write(ours, first);
    const { moved } = await write(ours, second);
    expect(moved).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual(['report.html', 'report.json']);
    expect(scanIn()).toEqual([ours, second]);
  });

  it('of another account: the last one is kept under its account and time', async () => {
    await write(ours, first);
    keepEvidence(first);
    const { moved, paths } = await write(theirs, second);
    const kept = join('earlier', `${ours}-2026-11-22T15-41-07Z`);
    expect(scanIn()).toEqual([theirs, second]);
    expect(scanIn(kept)).toEqual([ours, first]);
    expect(readdirSync(join(folder, kept)).toSorted()).toEqual([
      'evidence.ndjson.gz',
      'report.html',
      'report.json',
    ]);
    expect(moved).toHaveLength(3);
    expect(paths.map((path) => path.slice(folder.length + 1)).toSorted()).toEqual([
      'report.html',
      'report.json',
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(['earlier', 'report.html', 'report.json']);
  });

  it('in one format: no page of another scan, and no evidence of it, stays beside it', async () => {
    await write(ours, first);
    keepEvidence(first);
    await write(ours, second, 'json');
    expect(readdirSync(folder).toSorted()).toEqual(['earlier', 'report.json']);
    expect(readdirSync(join(folder, 'earlier', `${ours}-2026-11-22T15-41-07Z`)).toSorted()).toEqual(
      ['evidence.ndjson.gz', 'report.html'],
    );
  });

  it('of the same scan, judged again: its page and its evidence stay', async () => {
    await write(ours, first);
    keepEvidence(first);
    await write(ours, first, 'json');
    expect(readdirSync(folder).toSorted()).toEqual([
      'evidence.ndjson.gz',
      'report.html',
      'report.json',
    ]);
  });

  it('what was there leads nowhere else, whatever it says of itself', async () => {
    const page = '<meta name="srm-scan" content="210987654321 ../../../elsewhere">';
    writeFileSync(join(folder, 'report.html'), page);
    const { moved } = await write(ours, first);
    expect(moved).toHaveLength(1);
    expect(moved[0]?.startsWith(join(folder, 'earlier'))).toBe(true);
    expect(moved[0]).not.toContain('elsewhere');
  });

  it('what was there and tells of no scan is kept too', async () => {
    writeFileSync(join(folder, 'report.json'), '{"of": "another program"}');
    const { moved } = await write(ours, first);
    expect(moved.map((path) => readFileSync(path, 'utf8'))).toEqual(['{"of": "another program"}']);
    expect(scanIn()).toEqual([ours, first]);
  });
});

describe('F71 the output is tried before the scan', () => {
  it.runIf(existsSync('/proc/self'))('F51 below /proc, where nothing can be made', async () => {
    const opened = openOutput('/proc/srm-scan/reports', reporters);
    await expect(opened).rejects.toThrow(UserError);
    await expect(opened).rejects.toThrow(/cannot write to \/proc\/srm-scan\/reports \(ENOENT/);
  });

  it('makes the folders that are missing, and leaves nothing in them', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    await openOutput(deep, reporters);
    expect(readdirSync(deep)).toEqual([]);
  });

  it('refuses a folder in the place of a report', async () => {
    mkdirSync(join(folder, 'report.json'));
    await expect(openOutput(folder, reporters)).rejects.toThrow(
      /^cannot write .*report.json: a folder is in its place$/,
    );
    await openOutput(folder, parseFormats(['html']));
  });

  it('knows that a report of another user cannot be replaced in a folder such as /tmp', () => {
    const [root, alice, bob] = [0, 1000, 1001];
    const sticky = { mode: 0o41777, uid: root };
    expect(mayReplace(sticky, { uid: alice }, bob)).toBe(false);
    expect(mayReplace(sticky, { uid: bob }, bob)).toBe(true);
    expect(mayReplace(sticky, { uid: alice }, root)).toBe(true);
    expect(mayReplace({ ...sticky, uid: bob }, { uid: alice }, bob)).toBe(true);
    expect(mayReplace({ ...sticky, mode: 0o40777 }, { uid: alice }, bob)).toBe(true);
  });

  it('removes what killed scans left, and nothing of a scan that runs or of anybody else', async () => {
    const dead = 2 ** 22 + 1;
    const old = ['report.json', 'report.html', 'evidence.ndjson.gz', 'report.json.old'].map(
      (name) => `${name}.${dead}.part`,
    );
    const kept = [
      `report.json.${process.ppid}.part`,
      `notes.${dead}.part`,
      'report.json.part',
      `report.html.${dead + 1}.part`,
    ];
    for (const name of [...old, ...kept, `report.json.${process.pid}.part`]) {
      writeFileSync(join(folder, name), 'half');
      if (name !== kept.at(-1)) utimesSync(join(folder, name), 1, 1);
    }
    await openOutput(folder, reporters);
    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  });
});

describe('F71 files are replaced together or not at all', () => {
  const place = (name: string) => join(folder, name);

  it('leaves all as it was where one of them cannot be put in its place', async () => {
    for (const name of ['a', 'c']) writeFileSync(place(name), `old ${name}`);
    mkdirSync(place(join('d', 'in-the-way')), { recursive: true });
    for (const name of ['a', 'b', 'd']) writeFileSync(place(`${name}.part`), `new ${name}`);
    const files = ['a', 'b', 'd'].map((name) => ({
      part: place(`${name}.part`),
      path: place(name),
    }));
    const moves = [{ from: place('c'), to: place(join('earlier', 'c')) }];
    await expect(replaceAll(files, moves)).rejects.toThrow(/^cannot write .*d: /);
    expect(readFileSync(place('a'), 'utf8')).toBe('old a');
    expect(readFileSync(place('c'), 'utf8')).toBe('old c');
    expect(readdirSync(folder).filter((name) => !name.endsWith('.part'))).toEqual([
      'a',
      'c',
      'd',
      'earlier',
    ]);
    expect(readdirSync(folder).filter((name) => name.includes('.old.'))).toEqual([]);
  });

  it('moves, replaces and leaves nothing over', async () => {
    writeFileSync(place('a'), 'old a');
    writeFileSync(place('c'), 'old c');
    writeFileSync(place('a.part'), 'new a');
    await replaceAll(
      [{ part: place('a.part'), path: place('a') }],
      [{ from: place('c'), to: place(join('earlier', 'c')) }],
    );
    expect(readFileSync(place('a'), 'utf8')).toBe('new a');
    expect(readFileSync(place(join('earlier', 'c')), 'utf8')).toBe('old c');
    expect(readdirSync(folder).toSorted()).toEqual(['a', 'earlier']);
  });

  it('leaves the report of the last scan where a format breaks while it is written', async () => {
    await write(ours, first);
    const broken = {
      id: 'broken',
      file: 'report.html',
      *render(): Generator<string> {
        yield 'half';
        throw new Error('boom');
      },
    };
    const output = await openOutput(folder, [...parseFormats(['json']), broken]);
    await expect(writeReports(readerOf(reportOf(ours, second)), output)).rejects.toThrow('boom');
    expect(scanIn()).toEqual([ours, first]);
    expect(readdirSync(folder).toSorted()).toEqual(['report.html', 'report.json']);
  });
});
