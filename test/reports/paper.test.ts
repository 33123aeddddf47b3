/** The report on paper: what a reader of the printed sheets finds, by the text of the PDF that Chromium makes of the page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../reports/html/html.ts';
import type { Report } from '../../src/report/model.ts';
import { printable } from '../../src/text/printable.ts';
import { hasBrowser, launch } from '../support/browser.ts';
import { emptyReport, hostileReport } from '../support/hostile-report.ts';
import { type Pdf, readPdf } from '../support/pdf.ts';
import { readerOf } from '../support/report-document.ts';
import { hostileNames, sampleReport } from '../support/sample-report.ts';

const report = sampleReport();
const failing = report.findings.filter(({ outcome }) => outcome === 'fail');

/** As `readPdf` gives texts: a line may break anywhere. */
const packed = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
/** A PDF has the letters of these in the order in which they stand on the sheet. */
const leftToRight = (text: string) => text.replaceAll(/[\p{sc=Arab}\p{sc=Hebr}]/gu, '');

/** What a reader looks for in vain; the first letters of a long text are enough. */
function missing(text: string, wanted: readonly string[]): readonly string[] {
  const found = leftToRight(text);
  return wanted.filter(
    (each) => !found.includes(leftToRight(packed(printable(each)).slice(0, 100))),
  );
}

const choose = (page: Page, name: RegExp) => page.getByRole('checkbox', { name }).check();
const inPage = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);

describe.skipIf(!hasBrowser())('the report on paper', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'srm-paper-'));
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function open(of: Report, options: BrowserContextOptions = {}): Promise<Page> {
    const path = join(folder, 'report.html');
    await writeFile(path, html.render(readerOf(of)));
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    if (options.javaScriptEnabled !== false) {
      await page.locator('html[data-ready=all]').waitFor({ state: 'attached' });
    }
    return page;
  }

  async function print(page: Page): Promise<Pdf & { readonly text: string }> {
    const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }));
    return { ...pdf, text: pdf.pages.join('') };
  }

  it('says on each sheet whose it is, of when, and which page of how many', async () => {
    const { pages } = await print(await open(report));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, text] of pages.entries()) {
      const number = `Page ${index + 1} of ${pages.length}`;
      const margins = ['Account 123456789012 (acme-prod)', '2026-11-22 15:41:07 UTC', number];
      expect(missing(text, margins)).toEqual([]);
    }
  });

  it('has contents that lead to its parts, and bookmarks', async () => {
    const page = await open(report);
    await page.emulateMedia({ media: 'print' });
    const links = page.locator('#paper-contents a');
    expect(await links.allTextContents()).toEqual([
      'Verdict',
      'Scope and parameters',
      'Completeness',
      'Responsibilities',
      'Controls',
      'Failures',
      'What could not be read',
      'Attestations',
      'Muted failures',
      'Sign-off',
    ]);
    for (const link of await links.all()) {
      const target = (await link.getAttribute('href')) ?? '';
      expect(await page.locator(`[id="${target.slice(1)}"] h2`).count()).toBe(1);
    }
    // Names of Regions, days and ids stay in one piece, however narrow the columns are.
    await inPage(page, "window.dispatchEvent(new Event('beforeprint'))");
    await page.setViewportSize({ width: 600, height: 800 });
    const words = page.locator('#paper i');
    expect(await words.filter({ hasText: 'eu-west-1' }).count()).toBeGreaterThan(0);
    const lines = await words.evaluateAll((all) => all.map((each) => each.getClientRects().length));
    expect(new Set(lines)).toEqual(new Set([1]));
  });

  it('tells of every check that fails, of how many resources, and each reason', async () => {
    const { text } = await print(await open(report));
    for (const id of new Set(failing.map(({ check }) => check))) {
      for (const severity of new Set(failing.map((finding) => finding.severity))) {
        const own = failing.filter((each) => each.check === id && each.severity === severity);
        if (own.length === 0) continue;
        const judged = report.findings.filter(({ check }) => check === id).length;
        expect(missing(text, [`${id}, ${own.length} of ${judged}`])).toEqual([]);
      }
    }
    expect(
      missing(
        text,
        failing.flatMap(({ reasons, resource }) => [reasons.join('; '), resource.name]),
      ),
    ).toEqual([]);
  });

  it('tells what could not be read, why, and what is to be done', async () => {
    const { text } = await print(await open(report));
    const gaps = report.coverage.gaps.flatMap(({ cause, cure, regions }) => [
      cause,
      cure,
      regions.join(', '),
    ]);
    const skipped = report.scan.skippedRegions.map(({ region, reason }) => `${reason}: ${region}`);
    const unknown = report.findings.flatMap(({ outcome, check }) =>
      outcome === 'unknown' ? [check] : [],
    );
    expect(missing(text, [...gaps, ...skipped, ...unknown])).toEqual([]);
  });

  it('says how much it leaves out where there is no room', async () => {
    const { text, pages } = await print(await open(sampleReport({ buckets: 2000 })));
    expect(pages.length).toBeLessThan(13);
    const large = sampleReport({ buckets: 2000 }).findings;
    const id = 's3-bucket-tls-only';
    const count = large.filter(({ check, outcome }) => check === id && outcome === 'fail').length;
    const grouped = `${count.toLocaleString('en-GB')} of ${(2011).toLocaleString('en-GB')}`;
    expect(text).toContain(packed(`${id}, ${grouped}`));
    expect(text).toContain(
      packed(`${(count - 20).toLocaleString('en-GB')} more for other reasons`),
    );
  });

  it('has a state for each question that no API answers: open, or by whom and until when', async () => {
    const [first, second] = report.responsibilities.filter(
      ({ inUse, attestation }) => inUse === 'yes' && attestation !== undefined,
    );
    if (!first || !second) throw new Error('the sample asks nothing');
    const attested = {
      answer: 'Reviewed each quarter',
      by: 'J. Doe, auditor',
      on: '2026-10-01',
      until: '2027-09-30',
      evidence: ['ticket 42'],
    };
    const responsibilities = report.responsibilities.map((line) =>
      line.id === first.id ? { ...line, attested } : line,
    );
    const attestations = [
      { ...attested, question: first.id, state: 'in-force' as const },
      { ...attested, question: second.id, until: '2026-10-31', state: 'expired' as const },
    ];
    const { text } = await print(await open({ ...report, responsibilities, attestations }));
    expect(
      missing(text, [
        `Attested for ${first.serviceName}: Reviewed each quarter J. Doe, auditor, 2026-10-01, until`,
        '2027-09-30; evidence: ticket 42',
        `${second.id} J. Doe, auditor 2026-10-01 to 2026-10-31 void`,
        `Open for ${second.serviceName}`,
      ]),
    ).toEqual([]);
  });

  it('names each mute with its owner, its day and what came of it', async () => {
    const mute = {
      check: 's3-*',
      resource: 'website',
      reason: 'public on purpose',
      owner: 'web team',
      until: '2027-01-31',
      matched: 3,
      muted: 2,
    };
    const mutes = [
      { ...mute, state: 'in-force' as const },
      { ...mute, until: '2026-01-31', state: 'void' as const },
    ];
    const { text } = await print(await open({ ...report, mutes }));
    const rows = [
      's3-* website public on purpose web team 2027-01-31 in force',
      'web team 2026-01-31 void',
    ];
    expect(missing(text, rows)).toEqual([]);
  });

  it('shows what others named as the text that it is', async () => {
    const { text, pages } = await print(await open(hostileReport()));
    expect(missing(text, hostileNames)).toEqual([]);
    const margin = `Account 123456789012 (${hostileReport().scan.account.alias}`.slice(0, 79);
    for (const [index, page] of pages.entries()) {
      expect(missing(page, [margin, `Page ${index + 1} of ${pages.length}`])).toEqual([]);
    }
  });

  it('is dark on light, whatever the screen is', async () => {
    const page = await open(report, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await inPage(
      page,
      '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
    );
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('says the same without JavaScript', async () => {
    const { text } = await print(await open(report));
    const without = await print(await open(report, { javaScriptEnabled: false }));
    expect(without.text === text).toBe(true);
  });

  it('shouts when the scan is partial', async () => {
    const { pages } = await print(await open(sampleReport({ partial: true })));
    expect(missing(pages[0] ?? '', ['PARTIAL SCAN. It ended before its end.'])).toEqual([]);
  });

  it('is there for an account in which nothing was found', async () => {
    const { text } = await print(await open(emptyReport()));
    expect(missing(text, ['No check fails.', '10. Sign-off'])).toEqual([]);
  });

  it('takes what is written into the form, and the annexes that are chosen; then the page is as before', async () => {
    const page = await open(report);
    // But for the elements that keep words whole, which stay.
    const paper = () =>
      inPage(page, "document.getElementById('paper').outerHTML.replaceAll(/<.?i>/g, '')");
    await page.getByRole('link', { name: 'Print', exact: true }).click();
    await page.getByLabel('Prepared by').fill('A. Auditor <b>');
    await page.getByLabel('Period').fill('Q4 2026');
    const before = await paper();
    await choose(page, /What passes/);
    await choose(page, /API calls/);
    const { text } = await print(page);
    const passing = report.findings.filter(({ outcome }) => outcome === 'pass');
    expect(
      missing(text, [
        'Prepared by A. Auditor <b>',
        'Period Q4 2026',
        'Annex A. What passes',
        ...passing.map(({ resource }) => resource.arn),
        'Annex B. API calls',
        ...report.calls.map(({ sha256 }) => sha256),
      ]),
    ).toEqual([]);
    expect(missing(text, ['The responsibility matrix'])).toHaveLength(1);
    await expect.poll(paper).toBe(before);
  });

  it('has every failure with its evidence, and the matrix, where that is chosen', async () => {
    const page = await open(report);
    await page.getByRole('link', { name: 'Print', exact: true }).click();
    await choose(page, /one by one/);
    await choose(page, /responsibility matrix/);
    const { text } = await print(page);
    expect(
      missing(text, [
        ...failing.flatMap(({ id, evidence }) => [`Finding ${id}.`, ...evidence]),
        'Annex B. The responsibility matrix',
        'AWS: out of scope',
      ]),
    ).toEqual([]);
  });

  it('is not seen on the screen', async () => {
    const page = await open(report);
    expect(await page.locator('#paper').isVisible()).toBe(false);
  });
});
