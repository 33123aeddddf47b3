/** The HTML report as a reader meets it, in Chromium. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { printable } from '../../src/text/printable.ts';
import { html } from '../../reports/html/html.ts';
import { relationWords } from '../../reports/html/words.ts';
import { hasBrowser, launch } from '../support/browser.ts';
import { readerOf } from '../support/report-document.ts';
import { hostileNames, sampleReport } from '../support/sample-report.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const report = sampleReport();
const failing = report.findings.filter((finding) => finding.outcome === 'fail');
const unread = report.findings.filter((finding) => finding.outcome === 'unknown');

/** An expression is evaluated in the page; it is text because these tests are not compiled for browsers. */
const inPage = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);
const openDetails = (page: Page, selector: string) =>
  inPage(page, `document.querySelectorAll('${selector}').forEach((each) => { each.open = true; })`);
const result = (page: Page) => page.locator('#explorer [role=status]');
const rows = (page: Page) => page.locator('#explorer [role=row] button');

describe.skipIf(!hasBrowser())('the HTML report in a browser', () => {
  let browser: Browser;
  let folder: string;
  let wholeUrl: string;
  let partialUrl: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'srm-html-'));
    wholeUrl = await written('report.html', report);
    partialUrl = await written('partial.html', sampleReport({ partial: true }));
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function written(name: string, written: typeof report): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, html.render(readerOf(written)));
    return pathToFileURL(path).href;
  }

  interface Opened {
    readonly page: Page;
    /** Console errors, exceptions and requests for anything but the file itself. */
    readonly faults: readonly string[];
  }

  async function open(options: BrowserContextOptions = {}, url = wholeUrl): Promise<Opened> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== url) faults.push(request.url());
    });
    await page.goto(url);
    if (options.javaScriptEnabled !== false) {
      await page.locator('#call-explorer [role=row]').first().waitFor({ state: 'attached' });
    }
    return { page, faults };
  }

  it('opens without a fault and asks nothing of anyone', async () => {
    const { page, faults } = await open();
    await expect
      .poll(() => result(page).textContent())
      .toBe(`All ${report.findings.length} findings.`);
    await rows(page).first().click();
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  it('cannot load, send or run anything else, even when told to', async () => {
    const { page } = await open();
    const refused = await inPage(
      page,
      `(async () => {
        const violations = [];
        document.addEventListener('securitypolicyviolation', (event) =>
          violations.push(event.effectiveDirective));
        const image = document.createElement('img');
        image.src = 'https://evil.example/x.png';
        document.body.append(image);
        try { document.body.innerHTML = '<p>'; } catch { violations.push('trusted types'); }
        await fetch('https://evil.example/').catch(() => undefined);
        await new Promise((done) => setTimeout(done, 100));
        return violations;
      })()`,
    );
    expect(refused).toEqual(expect.arrayContaining(['img-src', 'connect-src', 'trusted types']));
  });

  it('shows hostile names as the text that they are', async () => {
    const { page } = await open();
    for (const name of hostileNames) {
      await page.getByLabel('Search', { exact: true }).fill(name.split(' ')[0] ?? name);
      const cell = page.locator('#explorer [role=row] bdi', { hasText: printable(name) }).first();
      await cell.waitFor();
      expect(await cell.textContent()).toBe(printable(name));
      await cell.click();
      const shown = page.locator('dialog dt:text-is("Resource") + dd');
      expect(await shown.textContent()).toBe(printable(name));
      await page.keyboard.press('Escape');
    }
    expect(await inPage(page, "'pwned' in window")).toBe(false);
    expect(await page.locator('img, svg, iframe').count()).toBe(0);
  });

  it('lists failures first, the gravest at the top', async () => {
    const { page } = await open();
    await rows(page).first().waitFor();
    const first = await page.locator('#explorer [role=row]').nth(1).textContent();
    expect(first).toContain('Fail');
    expect(first).toContain('critical');
  });

  it('filters by each criterion, and by several together', async () => {
    const { page } = await open();
    const choose = (name: string, value: string) =>
      page.getByRole('combobox', { name, exact: true }).selectOption(value);
    const expectCount = async (count: number) => {
      await expect
        .poll(() => result(page).textContent())
        .toBe(`${count} of ${report.findings.length} findings.`);
    };
    const criteria: readonly (readonly [
      string,
      string,
      (f: (typeof report.findings)[number]) => boolean,
    ])[] = [
      ['Outcome', 'unknown', (finding) => finding.outcome === 'unknown'],
      ['Severity', 'critical', (finding) => finding.severity === 'critical'],
      ['Service', 's3', (finding) => finding.check.startsWith('s3-')],
      ['Region', 'eu-west-1', (finding) => finding.region === 'eu-west-1'],
      ['Check', 's3-bucket-tls-only', (finding) => finding.check === 's3-bucket-tls-only'],
      ['Owner', 'organization', (finding) => finding.owner === 'organization'],
      ['Mark', 'muted', (finding) => finding.muted !== undefined],
      ['Control', 'aws-fsbp S3.3', (finding) => finding.check === 's3-bucket-not-public'],
    ];
    for (const [label, value, meets] of criteria) {
      await choose(label, value);
      await expectCount(report.findings.filter(meets).length);
      await page.getByRole('button', { name: 'Clear all' }).click();
      await expect.poll(() => result(page).textContent()).toMatch(/^All/);
    }
    await choose('Outcome', 'fail');
    await choose('Region', 'eu-west-1');
    await page.getByLabel('Search', { exact: true }).fill('TLS acme');
    await expectCount(
      failing.filter(
        (f) =>
          f.region === 'eu-west-1' &&
          f.check === 's3-bucket-tls-only' &&
          f.resource.name.includes('acme'),
      ).length,
    );
  });

  it('shows the findings of one check from the table of checks', async () => {
    const { page } = await open();
    await page.getByRole('link', { name: 'Show the findings of s3-bucket-versioning' }).click();
    const count = report.findings.filter((f) => f.check === 's3-bucket-versioning').length;
    await expect.poll(() => result(page).textContent()).toMatch(new RegExp(`^${count} of`));
  });

  it('opens a finding with reasons, fix, controls and the calls behind it', async () => {
    const { page } = await open();
    const finding = failing.find((each) => each.resource.name === 'acme-prod-data-6');
    const call = report.calls.find((each) => each.id === finding?.evidence[0]);
    const check = report.checks.find((each) => each.id === finding?.check);
    if (!finding || !call || !check) throw new Error('the sample has no such finding');
    await page.getByLabel('Search', { exact: true }).fill(finding.id);
    await expect.poll(() => result(page).textContent()).toMatch(/^1 of/);
    await rows(page).first().click();
    const text = (await page.locator('dialog').textContent()) ?? '';
    for (const said of [...finding.reasons, check.fix, check.why, check.link, finding.id]) {
      expect(text).toContain(said);
    }
    for (const said of [call.operation, call.region, call.sha256, call.requestId ?? '', call.id]) {
      expect(text).toContain(said);
    }
    for (const { control, relation } of check.claims) {
      expect(text).toContain(
        relation === 'equal' ? control : `${control} (${relationWords[relation]})`,
      );
    }
    expect(await page.locator('dialog a[href^="https"]').first().getAttribute('rel')).toBe(
      'noreferrer',
    );
  });

  it('opens the finding that the address names', async () => {
    const [finding] = unread;
    const { page } = await open({}, `${wholeUrl}#finding-${finding?.id}`);
    await expect.poll(() => page.locator('dialog').textContent()).toContain(finding?.id);
  });

  it('leads from a cell of the matrix to both parts, even where they are folded away', async () => {
    const { page } = await open();
    const cell = page.getByRole('link', { name: 'AWS: out of scope' }).first();
    expect(await cell.getAttribute('href')).toBe('#r-ec2.physical-facilities');
    await cell.focus();
    await page.keyboard.press('Enter');
    const line = report.responsibilities.find((each) => each.id === 'ec2.physical-facilities');
    const row = page.locator('[id="r-ec2.physical-facilities"]');
    await expect.poll(() => row.isVisible()).toBe(true);
    expect(await row.textContent()).toContain(line?.awsPart);
    expect(await row.textContent()).toContain(line?.assurance);
  });

  it('is walked through with the keyboard alone', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await inPage(page, 'document.activeElement.textContent')).toBe('Skip to the verdict');
    await page.getByRole('button', { name: 'Clear all' }).focus();
    await page.keyboard.press('Tab');
    const focused = () =>
      inPage(page, "document.activeElement.closest('[role=row]')?.getAttribute('aria-rowindex')");
    expect(await focused()).toBe('2');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('3');
    await page.keyboard.press('End');
    expect(await focused()).toBe(String(report.findings.length + 1));
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog').isVisible()).toBe(true);
    expect(await inPage(page, "document.activeElement.closest('dialog') !== null")).toBe(true);
    await page.keyboard.press('Escape');
    expect(Number(await focused())).toBeLessThan(report.findings.length + 1);
    await page.keyboard.press('Home');
    expect(await focused()).toBe('2');
    await page.keyboard.press('Tab');
    expect(await inPage(page, "document.activeElement.closest('#explorer')")).toBeNull();
  });

  it('draws only the rows in sight', async () => {
    const { page } = await open();
    expect(await rows(page).count()).toBeLessThan(40);
    await page.locator('#explorer .grid').evaluate((grid) => {
      grid.scrollTop = grid.scrollHeight;
    });
    const last = page.locator(`#explorer [aria-rowindex="${report.findings.length + 1}"]`);
    await last.waitFor();
    expect(await rows(page).count()).toBeLessThan(40);
  });

  it('finds a call by its hash', async () => {
    const { page } = await open();
    const call = report.calls[7];
    await page
      .getByLabel('Search')
      .nth(1)
      .fill(call?.sha256.toUpperCase() ?? '');
    const status = page.locator('#call-explorer [role=status]');
    await expect.poll(() => status.textContent()).toBe(`1 of ${report.calls.length} calls.`);
  });

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [375, 'light'],
    [375, 'dark'],
  ] as const)('has no fault that axe finds at %i pixels, %s', async (width, colorScheme) => {
    const { page } = await open({ viewport: { width, height: 800 }, colorScheme }, partialUrl);
    const violations = async () => {
      await inPage(page, axe);
      return inPage(
        page,
        'axe.run().then((r) => r.violations.map((v) => `${v.impact} ${v.id} ${v.nodes[0].html}`))',
      );
    };
    await openDetails(page, '#s-s3, #s-lambda, #completeness ~ * details, .about');
    expect(await violations()).toEqual([]);
    await rows(page).first().click();
    expect(await violations()).toEqual([]);
  });

  it.each([320, 375, 768, 1440])('does not scroll sideways at %i pixels', async (width) => {
    const { page } = await open({ viewport: { width, height: 800 } });
    await openDetails(page, 'details');
    const overflow = () => inPage(page, 'document.documentElement.scrollWidth - innerWidth');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByLabel('Search', { exact: true }).fill('n'.repeat(256));
    await expect.poll(() => result(page).textContent()).toMatch(/^\d+ of/);
    await rows(page).first().click();
    expect(await overflow()).toBeLessThanOrEqual(0);
    const dialog = page.locator('dialog');
    expect(
      await dialog.evaluate((each) => each.scrollWidth - each.clientWidth),
    ).toBeLessThanOrEqual(0);
  });

  it('says what it says without JavaScript', async () => {
    const { page, faults } = await open({ javaScriptEnabled: false });
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).toContain('findings fail');
    expect(text).toContain('Not everything was read');
    expect(text).toContain('report.json');
    for (const gap of report.coverage.gaps) expect(text).toContain(gap.cause);
    for (const skipped of report.scan.skippedRegions) expect(text).toContain(skipped.reason);
    for (const check of new Set(failing.map((finding) => finding.check)))
      expect(text).toContain(check);
    expect(await page.getByRole('link', { name: 'AWS: out of scope' }).count()).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  it('shouts when the scan is partial', async () => {
    const { page } = await open({}, partialUrl);
    const alarm = page.locator('.alarm').first();
    expect(await alarm.textContent()).toMatch(/PARTIAL SCAN.*deadline of 14 minutes/s);
    const box = await alarm.boundingBox();
    expect(box && box.y + box.height).toBeLessThan(900);
  });
});
