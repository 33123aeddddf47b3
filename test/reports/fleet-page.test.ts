/** fleet.html as a reader meets it, in Chromium. */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accountAt, summaryAt } from '../../bench/summaries.ts';
import { fleetHtml } from '../../reports/fleet/html.ts';
import { generatePage } from '../../scripts/generate-html-page.ts';
import { createFleet } from '../../src/fleet/reduce.ts';
import { hasBrowser, launch } from '../support/browser.ts';
import { policyOf, readingOf, statement } from '../support/organization-reading.ts';
import { hostileNames } from '../support/sample-report.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** 250 accounts, some of them with names that somebody hostile chose. */
function reportOf() {
  const tool = { name: 'srm-scan', version: '0.1.0' } as const;
  const fleet = createFleet({ failOn: 'high', allowUnknown: false, tool, catalogue: new Map() });
  for (let number = 0; number < 250; number += 1) {
    const summary = summaryAt(number);
    const hostile = hostileNames[number];
    const account = { id: accountAt(number), alias: hostile?.slice(0, 100) ?? `team-${number}` };
    const read = number % 50 === 7 && { inactiveRegions: ['eu-north-1', 'sa-east-1'], parts: 3 };
    fleet.add(
      { ...summary, scan: { ...summary.scan, account, ...read } },
      `${accountAt(number)}/report.html`,
    );
  }
  for (const [at, cause] of hostileNames.entries()) {
    fleet.addUnscanned({
      schema: 'srm-scan/unscanned/1',
      account: accountAt(1000 + at),
      reason: 'refused',
      cause,
      cure: cause,
      at: '2026-11-22T03:17:00Z',
    });
  }
  fleet.addOrganization(hostileOrganization());
  return fleet.report();
}

/** Units, policies and causes with names that somebody hostile chose. */
function hostileOrganization() {
  const reading = readingOf();
  const units = hostileNames.map((name, at) => ({
    id: `ou-${at}`,
    name: name.slice(0, 100),
    parent: null,
    accounts: { value: [accountAt(at)] },
  }));
  const policies = hostileNames.map((name, at) => ({
    ...policyOf(`p-${at}`, [`ou-${at}`], statement('s3:*')),
    name: name.slice(0, 100),
  }));
  const [cause] = hostileNames;
  return {
    ...reading,
    units: { value: units },
    scps: { value: policies },
    trails: { cause, cure: cause },
  };
}

const report = reportOf();

it('the page holds the script and the style as they stand in reports/fleet/ui', async () => {
  const module = new URL('../../reports/fleet/page.generated.ts', import.meta.url);
  expect(await readFile(module, 'utf8'), 'run `npm run generate`').toBe(
    await generatePage('fleet'),
  );
});

describe.skipIf(!hasBrowser())('fleet.html in a browser', () => {
  let browser: Browser;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'srm-fleet-'));
    const path = join(folder, 'fleet.html');
    await writeFile(path, [...fleetHtml(report)].join(''));
    url = pathToFileURL(path).href;
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function open(options: BrowserContextOptions = {}) {
    const page = await (await browser.newContext(options)).newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== url) faults.push(request.url());
    });
    await page.goto(url);
    return { page, faults };
  }

  const rows = (page: Page) => page.locator('#explorer tbody tr');
  const status = (page: Page) => page.locator('#explorer [role=status]');

  it('lists every account a page at a time, and asks for nothing', async () => {
    const { page, faults } = await open();
    expect(await status(page).textContent()).toBe('250 of 250 accounts');
    expect(await rows(page).count()).toBe(100);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await rows(page).count()).toBe(50);
    expect(faults).toEqual([]);
  });

  it('narrows by text, verdict and failing check, as the report has it', async () => {
    const { page } = await open();
    await page.getByLabel('Find by id or alias').fill('team-20');
    const named = report.accounts.filter(({ alias }) => alias?.includes('team-20'));
    expect(await status(page).textContent()).toBe(`${named.length} of 250 accounts`);
    await page.getByLabel('Find by id or alias').fill('');
    const [worst] = report.checks;
    await page.getByLabel('Fails the check').selectOption(worst?.id ?? '');
    expect(await status(page).textContent()).toBe(`${worst?.failing.length ?? 0} of 250 accounts`);
    await page.locator('#standing').selectOption('2');
    const both = report.accounts.filter(
      ({ id, standing }) => standing === 'good' && worst?.failing.includes(id),
    );
    expect(await status(page).textContent()).toBe(`${both.length} of 250 accounts`);
  });

  it('sorts by id, and links each account to its own report', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    expect(await rows(page).first().locator('th').textContent()).toContain(accountAt(0));
    const link = rows(page).first().getByRole('link');
    expect(await link.getAttribute('href')).toBe(`./${accountAt(0)}/report.html`);
  });

  it('shows names as the text that they are', async () => {
    const { page, faults } = await open();
    expect(await page.evaluate('window.pwned')).toBeUndefined();
    expect(await page.locator('img, svg, form[action]').count()).toBe(0);
    expect(await page.locator('#unscanned').count()).toBe(1);
    expect(await page.content()).not.toContain('\u202E');
    expect(faults).toEqual([]);
  });

  it('says what matters without its script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('p.verdict').textContent()).toMatch(/of 261 accounts fail/);
    expect(await rows(page).count()).toBe(50);
    expect(await page.locator('section[aria-labelledby=checks] tbody tr').count()).toBe(
      report.checks.length,
    );
  });

  it('names the Regions that were left out in each account, and in how many parts it was read, on paper too', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    const told = page.locator('section[aria-labelledby=read] table');
    const ids = [7, 57, 107, 157, 207].map(accountAt);
    for (const [caption, cell] of [
      ['Regions that are not active', 'eu-north-1, sa-east-1'],
      ['Read in several parts: it took longer than one function has time', '3'],
    ] as const) {
      const table = told.filter({ hasText: caption });
      expect(await table.isVisible()).toBe(true);
      expect(await table.locator('tbody tr').allInnerTexts()).toEqual(
        ids.map((id) => `${id}\t${cell}`),
      );
    }
  });

  it('has nothing that axe finds fault with', async () => {
    const { page } = await open();
    await page.evaluate(axe);
    const violations: unknown = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    );
    expect(violations).toEqual([]);
  });
});
