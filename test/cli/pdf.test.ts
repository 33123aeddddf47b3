/** `--format pdf` as a user meets it: with a browser, without one, and with one that does not do what it should. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { executablePath, hasBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Runs the demo into a folder of that name, with the programs of a browser that are named. */
function demo(
  name: string,
  formats: string,
  env: Readonly<Record<string, string>>,
  ...more: readonly string[]
) {
  const output = join(folder.path, name);
  const args = ['--demo', '--format', formats, '--output', output, '--quiet', ...more];
  return runCli(args, { env: { CHROME_PATH: '', ...env } });
}

/** Where what is printed does not matter. */
const oneCheck = ['--check', 's3-bucket-not-public'];

/** A program that stands in for a browser: a line of a shell, which is given the browser's arguments. */
function standIn(name: string, line: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return path;
}

describe.skipIf(!hasBrowser())('with a browser', () => {
  const env = { SRM_SCAN_CHROMIUM: executablePath };
  const latest = join(folder.path, 'printed', 'latest');
  let report: Report;

  beforeAll(async () => {
    const { code, stderr } = await demo('printed', 'html,pdf,json', env);
    if (code !== 1) throw new Error(stderr);
    report = JSON.parse(readFileSync(join(latest, 'report.json'), 'utf8'));
  });

  it('prints the sample on twelve sheets at most, each with account, date and page', () => {
    const { pages, outline } = readPdf(readFileSync(join(latest, 'report.pdf')));
    expect(pages.length).toBeLessThanOrEqual(12);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain('SAMPLE·Account123456789012(northwind-harbour)');
      expect(text).toContain('2026-11-2217:27:00UTC');
      expect(text).toContain(`Page${index + 1}of${pages.length}`);
    }
    // Chromium writes the numbers of the contents in a row, since they float.
    const begins = ['Verdict', 'Scopeandparameters', 'Completeness', 'Responsibilities', 'Controls']
      .concat(['Failures', 'Whatcouldnotberead', 'Attestations', 'Mutedfailures', 'Sign-off'])
      .map((title, index) => pages.findLastIndex((text) => text.includes(`${index + 1}.${title}`)));
    expect(pages[0]).toContain(begins.map((page) => page + 1).join(''));
    expect(outline).toEqual(expect.arrayContaining(['1. Verdict', '6. Failures', '10. Sign-off']));
  });

  it('leaves no failure out: each check that fails is there, and the numbers add up', () => {
    const text = readPdf(readFileSync(join(latest, 'report.pdf'))).pages.join('');
    const fails = report.findings.filter(({ outcome }) => outcome === 'fail');
    const missing: string[] = [];
    for (const { id } of report.checks) {
      const own = fails.filter(({ check }) => check === id);
      const judged = report.findings.filter(({ check }) => check === id).length;
      for (const severity of new Set(own.map((finding) => finding.severity))) {
        const count = own.filter((finding) => finding.severity === severity).length;
        if (!text.includes(`${id},${count}of${judged}`)) missing.push(`${id} ${severity}`);
      }
    }
    expect(fails.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('binds it in the manifest, and the same scan gives the same file', async () => {
    expect((await runCli(['verify', latest])).code).toBe(0);
    const { files }: { files: readonly { name: string }[] } = JSON.parse(
      readFileSync(join(latest, 'manifest.json'), 'utf8'),
    );
    expect(files.map(({ name }) => name)).toContain('report.pdf');
    // A run that is the same in every byte gets no folder of its own.
    await demo('printed', 'html,pdf,json', env);
    expect(readdirSync(join(folder.path, 'printed')).toSorted()).toEqual([
      '123456789012-2026-11-22T17-27-00Z',
      'latest',
    ]);
  });

  it('writes it alone too', async () => {
    expect((await demo('alone', 'pdf', env, ...oneCheck)).code).toBe(1);
    const names = readdirSync(join(folder.path, 'alone', 'latest'));
    expect(names.filter((name) => name.startsWith('report.'))).toEqual(['report.pdf']);
  });

  it('keeps the rest where the browser fails after the scan, and says so', async () => {
    const tried = join(folder.path, 'tried');
    const line = `if [ -e "${tried}" ]; then echo 'the screen is on fire' >&2; exit 7; fi; touch "${tried}"; exec "${executablePath}" "$@"`;
    const once = standIn('once', line);
    const { code, stderr } = await demo(
      'rest',
      'json,pdf',
      { SRM_SCAN_CHROMIUM: once },
      ...oneCheck,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('exit code 7: the screen is on fire');
    expect(stderr).toContain('what else was asked for is written');
    const names = readdirSync(join(folder.path, 'rest', 'latest'));
    expect(names.filter((name) => name.startsWith('report.'))).toEqual(['report.json']);
    expect((await runCli(['verify', join(folder.path, 'rest', 'latest')])).code).toBe(0);
  });
});

describe('without a browser that prints', () => {
  const node = { PATH: join(folder.path, 'nothing') };
  it.each([
    ['none is installed', node, 'none was found on this machine; install Chromium'],
    [
      'the one that is named is not there',
      { SRM_SCAN_CHROMIUM: '/no/such/chromium' },
      'SRM_SCAN_CHROMIUM names /no/such/chromium, which cannot be run',
    ],
    ['CHROME_PATH leads nowhere', { CHROME_PATH: '/no/such/chrome' }, 'CHROME_PATH names'],
    [
      'it ends',
      { SRM_SCAN_CHROMIUM: standIn('ends', 'echo no sandbox >&2; exit 3') },
      'no sandbox',
    ],
    ['it prints nothing', { SRM_SCAN_CHROMIUM: standIn('mute', 'exit 0') }, 'it wrote no PDF'],
    [
      'it prints another page',
      { SRM_SCAN_CHROMIUM: standIn('blind', printing('%PDF-1.4 /Title (ERR_FILE_NOT_FOUND)')) },
      'it does not read the page',
    ],
    [
      'it is too old for page numbers',
      {
        SRM_SCAN_CHROMIUM: standIn(
          'old',
          printing('%PDF-1.4 /Title (srm-scan prints) /Producer (Skia/PDF m115)'),
        ),
      },
      'it is of version 115, and 131 is needed',
    ],
  ])('it is said before the scan, and nothing is written: %s', async (_, env, said) => {
    const args = ['--demo', '--format', 'html,pdf', '--output', join(folder.path, 'never')];
    const { code, stderr, stdout } = await runWarm(args, { env: { CHROME_PATH: '', ...env } });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder.path, 'never'))).toBe(false);
  });

  it('standard output takes no PDF', async () => {
    const { code, stderr } = await runCli(['--demo', '--format', 'pdf', '--output', '-']);
    expect(code).toBe(2);
    expect(stderr).toContain('--output - writes text, and pdf is none; name a folder');
  });
});

/** Writes that in place of a PDF. */
function printing(text: string): string {
  return `for each in "$@"; do case "$each" in --print-to-pdf=*) echo '${text}' > "\${each#--print-to-pdf=}";; esac; done`;
}
