/** What holds for every format: see test/support/format-case.ts for how to add one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../../src/report/model.ts';
import { invisible } from '../../../src/text/printable.ts';
import { type FormatCase, reportsToTell, textOf } from '../../support/format-case.ts';
import { runCli, temporaryFolder } from '../../support/run-cli.ts';
import { csvCase } from './csv.ts';
import { asffCase } from './asff.ts';
import { hdfCase } from './hdf.ts';
import { jsonCase } from './json.ts';
import { junitCase } from './junit.ts';
import { markdownCase } from './markdown.ts';
import { ndjsonCase } from './ndjson.ts';
import { sarifCase } from './sarif.ts';
import { ocsfCase } from './ocsf.ts';
import { oscalCase } from './oscal.ts';

const formats: readonly FormatCase[] = [
  jsonCase,
  ndjsonCase,
  csvCase,
  markdownCase,
  junitCase,
  sarifCase,
  ocsfCase,
  asffCase,
  oscalCase,
  hdfCase,
];

const folder = temporaryFolder();
afterAll(folder.remove);

let sample: Report;
beforeAll(async () => {
  const ids = formats.map(({ reporter }) => reporter.id).join(',');
  const { code, stderr } = await runCli(['--demo', '--format', ids, '--output', folder.path]);
  if (code !== 1) throw new Error(stderr);
  sample = JSON.parse(readFileSync(join(folder.path, 'latest', 'report.json'), 'utf8'));
});

/** A finding that is muted fails, but its owner accepts that: it may be told as neither, and never as a pass. */
function mayBe({ outcome, muted }: Finding): readonly string[] {
  if (outcome === 'pass') return ['pass'];
  if (outcome === 'fail') return muted === undefined ? ['fail'] : ['fail', 'neither'];
  return ['neither'];
}

async function expectTold(format: FormatCase, text: string, report: Pick<Report, 'findings'>) {
  expect(await format.faults(text)).toEqual([]);
  const { tellsOf = () => true } = format;
  const told = new Map(format.told(text).map(({ id, as }) => [id, as]));
  const wanted = report.findings.filter((finding) => tellsOf(finding));
  expect(told.size).toBe(wanted.length);
  const wrong = wanted.filter((finding) => !mayBe(finding).includes(told.get(finding.id) ?? ''));
  expect(wrong).toEqual([]);
}

/** Control characters but line end and tab, and halves of a pair: no reader of a file expects them. */
const unfit = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Cs}]/u;

function expectClean({ isForPeople }: FormatCase, text: string): void {
  expect(unfit.exec(text)?.index).toBeUndefined();
  if (!isForPeople) return;
  const unseen = [...text.matchAll(invisible)].flatMap(([each]) =>
    ['\n', '\r', '\uFEFF'].includes(each) ? [] : [each],
  );
  expect(unseen).toEqual([]);
}

/** Those that say of each finding what to do about it. */
const withRemedies = ['csv', 'junit', 'ocsf', 'asff', 'oscal', 'hdf'];

it.each(formats.filter(({ reporter }) => withRemedies.includes(reporter.id)))(
  '$reporter.id says of what could not be read how to let it be read',
  ({ reporter }) => {
    const text = readFileSync(join(folder.path, 'latest', reporter.file), 'utf8');
    const ids = sample.findings.flatMap(({ id, outcome }) => (outcome === 'unknown' ? [id] : []));
    expect(ids.length).toBeGreaterThan(0);
    const cures = text.split('Allow kms:GetKeyPolicy to the scanning identity').length - 1;
    expect(cures).toBeGreaterThanOrEqual(ids.length);
  },
);

describe.each(formats.map((format) => [format.reporter.id, format] as const))('%s', (_, format) => {
  it('is valid for the sample account, and tells its findings as they are', async () => {
    const text = readFileSync(join(folder.path, 'latest', format.reporter.file), 'utf8');
    await expectTold(format, text, sample);
  });

  it.each(reportsToTell)('is valid for %s, and tells its findings as they are', async (_, make) => {
    const report = make();
    const text = await textOf(format.reporter, report);
    await expectTold(format, text, report);
    expectClean(format, text);
  });
});
