/** The HTML report opened in Chromium, for tests of what a reader meets. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { html } from '../../reports/html/html.ts';
import type { Report } from '../../src/report/model.ts';
import { launch } from './browser.ts';
import { readerOf } from './report-document.ts';

export interface Opened {
  readonly page: Page;
  /** Console messages, exceptions, and requests for anything but the file itself. */
  readonly faults: readonly string[];
}

export interface Pages {
  /** @param fragment of the address, from its `#` */
  open(report: Report, fragment?: string, options?: BrowserContextOptions): Promise<Opened>;
}

/** The parts of the page. */
export const viewNames = [
  ...(['summary', 'findings', 'responsibilities', 'controls', 'gaps'] as const),
  ...(['resources', 'calls', 'terms', 'print'] as const),
];

/** One browser for the tests of a file. */
export function htmlPages(): Pages {
  let browser: Browser;
  let folder: string;
  const written = new Map<Report, string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'srm-html-'));
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  const urlOf = async (report: Report): Promise<string> => {
    const known = written.get(report);
    if (known !== undefined) return known;
    const path = join(folder, `report-${written.size}.html`);
    await writeFile(path, html.render(readerOf(report)));
    const { href } = pathToFileURL(path);
    written.set(report, href);
    return href;
  };

  return {
    open: async (report, fragment = '', options = {}) => {
      const url = await urlOf(report);
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        const [file] = request.url().split('#');
        if (file !== url && !request.url().startsWith('blob:')) faults.push(request.url());
      });
      await page.goto(url + fragment);
      if (options.javaScriptEnabled !== false) await isReady(page);
      return { page, faults };
    },
  };
}

/** Every part is built. */
export async function isReady(page: Page): Promise<void> {
  await page.locator('html[data-ready=all]').waitFor({ state: 'attached' });
}

/** An expression is evaluated in the page; it is text because these tests are not compiled for browsers. */
export function inPage(page: Page, expression: string): Promise<unknown> {
  return page.evaluate(expression);
}

export async function goTo(page: Page, fragment: string): Promise<void> {
  await inPage(page, `location.hash = ${JSON.stringify(fragment)}`);
}

/** What the list of findings says of itself. */
export function resultOf(page: Page): Locator {
  return page.locator('#explorer [role=status]');
}

/** The buttons of the rows that are drawn. */
export function rowsOf(page: Page): Locator {
  return page.locator('#explorer [role=row] button');
}
