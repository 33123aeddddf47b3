/** F51, F71: what is under the output after a run, and after one that could not write. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualReporters as reporters } from '../../../reports/index.ts';
import type { Report } from '../../../src/report/model.ts';
import { openOutput, parseFormats, writeReports } from '../../../src/run/outputs/output.ts';
import { openRunFolder } from '../../../src/run/outputs/run-folder.ts';
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

/** Of which scan the report is that `latest` leads to. */
function latestScan(): unknown {
  const report: { scan: Report['scan'] } = JSON.parse(
    readFileSync(join(folder, 'latest', 'report.json'), 'utf8'),
  );
  return [report.scan.account.id, report.scan.startedAt];
}

const firstName = `${ours}-2026-11-22T15-41-07Z`;
const secondName = `${theirs}-2026-11-23T15-41-07Z`;

describe('F51 each run has a folder of its own, named by account and moment', () => {
  it('and nothing of another stands beside it, nor is lost', async () => {
    await write(ours, first);
    const { paths } = await write(theirs, second, 'json');
    expect(readdirSync(folder).toSorted()).toEqual([firstName, secondName, 'latest']);
    expect(readdirSync(join(folder, firstName)).toSorted()).toEqual([
      'manifest.json',
      'report.html',
      'report.json',
      'summary.json',
    ]);
    expect(paths).toEqual(
      ['report.json', 'summary.json', 'manifest.json'].map((name) =>
        join(folder, secondName, name),
      ),
    );
  });

  it('`latest` leads to the one that was written last, from wherever the folder is moved to', async () => {
    await write(ours, first);
    expect(latestScan()).toEqual([ours, first]);
    await write(theirs, second);
    expect(latestScan()).toEqual([theirs, second]);
    expect(readlinkSync(join(folder, 'latest'))).toBe(secondName);
  });

  it('for its owner alone', async () => {
    await write(ours, first);
    expect(statSync(join(folder, firstName)).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(folder, firstName))) {
      expect(statSync(join(folder, firstName, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('one that stands is never written to: the same scan in other formats goes beside it', async () => {
    await write(ours, first);
    const before = statSync(join(folder, firstName)).mtimeMs;
    await write(ours, first, 'json');
    expect(statSync(join(folder, firstName)).mtimeMs).toBe(before);
    expect(readdirSync(join(folder, `${firstName}-2`)).toSorted()).toEqual([
      'manifest.json',
      'report.json',
      'summary.json',
    ]);
    expect(readlinkSync(join(folder, 'latest'))).toBe(`${firstName}-2`);
  });

  it('the very same files are not kept twice', async () => {
    await write(ours, first);
    const { paths } = await write(ours, first);
    expect(readdirSync(folder).toSorted()).toEqual([firstName, 'latest']);
    expect(paths[0]).toBe(join(folder, firstName, 'report.html'));
  });

  it('but are where somebody changed those that stand', async () => {
    await write(ours, first);
    writeFileSync(join(folder, firstName, 'report.html'), 'all is well');
    await write(ours, first);
    expect(readdirSync(folder).toSorted()).toEqual([firstName, `${firstName}-2`, 'latest']);
  });

  it('two that end at once get two folders', async () => {
    const both = await Promise.all([openRunFolder(folder), openRunFolder(folder)]);
    for (const [at, { part }] of both.entries()) writeFileSync(join(part, 'a'), String(at));
    const places = await Promise.all(both.map(({ put }) => put(firstName)));
    expect(places.toSorted()).toEqual([join(folder, firstName), join(folder, `${firstName}-2`)]);
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

  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a file', (path: string) => writeFileSync(path, 'mine')],
  ])('refuses %s in the place of the link, and leaves it', async (_, make) => {
    make(join(folder, 'latest'));
    await expect(openOutput(folder, reporters)).rejects.toThrow(
      /^cannot write .*latest: it is no link; .* move away what is there$/,
    );
    expect(readdirSync(folder)).toEqual(['latest']);
  });

  it('takes a link that leads nowhere any more', async () => {
    symlinkSync('gone', join(folder, 'latest'));
    await write(ours, first);
    expect(latestScan()).toEqual([ours, first]);
  });

  it('knows that a link of another user cannot be replaced in a folder such as /tmp', () => {
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
    const half = (id: number, letter: string) => `.srm-scan-${id}-${letter.repeat(12)}.part`;
    const old = [half(dead, 'a'), half(process.pid, 'b')];
    const busy = half(dead, 'd');
    const kept = [half(process.ppid, 'a'), half(dead, 'c'), busy, '.srm-scan.part', 'notes'];
    for (const name of [...old, ...kept]) {
      const path = join(folder, name);
      mkdirSync(path);
      writeFileSync(join(path, 'evidence.ndjson.gz'), 'half');
      // What is busy was begun long ago, and is written to.
      if (name !== busy) utimesSync(join(path, 'evidence.ndjson.gz'), 1, 1);
      if (name !== half(dead, 'c')) utimesSync(path, 1, 1);
    }
    await openOutput(folder, reporters);
    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  });
});

describe('F71 all files of a run come together or not at all', () => {
  const broken = {
    id: 'broken',
    file: 'report.html',
    *render(): Generator<string> {
      yield 'half';
      throw new Error('boom');
    },
  };

  it('leaves the last run where a format breaks while it is written', async () => {
    await write(ours, first);
    const output = await openOutput(folder, [...parseFormats(['json']), broken]);
    await expect(writeReports(readerOf(reportOf(ours, second)), output)).rejects.toThrow('boom');
    expect(latestScan()).toEqual([ours, first]);
    expect(readdirSync(folder).toSorted()).toEqual([firstName, 'latest']);
  });

  it('shows nothing of a run under its name before all of it is there', async () => {
    const seen: (readonly string[])[] = [];
    const looking = {
      id: 'looking',
      file: 'report.html',
      *render(): Generator<string> {
        seen.push(readdirSync(folder));
        yield 'whole';
      },
    };
    const output = await openOutput(folder, [looking]);
    await writeReports(readerOf(reportOf(ours, first)), output);
    expect(seen).toHaveLength(1);
    expect(seen.flat().every((name) => /^\.srm-scan-.*\.part$/.test(name))).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual([firstName, 'latest']);
  });
});
