/** Opens a page in Chromium and times what its reader does. */
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { choosing, fields, status, watch, watched } from './in-page.ts';

/** What can be looked for in a page. */
export interface Known {
  readonly id: string;
  readonly arn: string;
}

/** By what was done: milliseconds, but for the heap, which is MB. */
export type Times = ReadonlyMap<string, number>;

const Watched = z.object({
  usable: z.number(),
  rows: z.number(),
  whole: z.number(),
  longest: z.number(),
});
const Fields = z.array(z.tuple([z.string(), z.string(), z.array(z.string())]));

export async function browse(browser: Browser, file: string, known: Known): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(`${pathToFileURL(file).href}#findings`);
    const whole = page.locator('html[data-ready=all]');
    await whole.waitFor({ state: 'attached', timeout: 120_000 });
    await page.evaluate('bench.painted()');
    const opened = Watched.parse(await page.evaluate(watched));
    if (opened.rows === 0) throw new Error('the page shows no finding');
    return new Map([
      ['usable', opened.usable],
      ['all of it ready', opened.whole],
      ['longest task while it opens', opened.longest],
      ['JS heap', await heapOf(page)],
      ...(await chooseEach(page)),
      ...(await search(page, known)),
      ['longest task in all', Watched.parse(await page.evaluate(watched)).longest],
    ]);
  } finally {
    await context.close();
  }
}

/** Of what is in use, in MB. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}

/** Each field by itself: filters by the second of their values, order and groups by every one. */
async function chooseEach(page: Page): Promise<readonly (readonly [string, number])[]> {
  const times: [string, number][] = [];
  for (const [field, usual, values] of Fields.parse(await page.evaluate(fields))) {
    const name = field.replace('filter-', '');
    const isFilter = name !== 'group' && name !== 'sort';
    const others = values.filter((value) => value !== usual);
    for (const value of isFilter ? others.slice(0, 1) : others) {
      const label = isFilter ? `filter: ${name}` : `${name}: ${value}`;
      times.push([label, await timeOf(page, field, value)]);
      await timeOf(page, field, usual);
    }
  }
  return times;
}

async function search(
  page: Page,
  { id, arn }: Known,
): Promise<readonly (readonly [string, number])[]> {
  const wanted = [
    ['search: a short word', 'api', /^[\d,]+ of/],
    ['search: a word of few', 'payments-renderer', /^[\d,]+ of/],
    ['search: two words', 'prod encrypted', /^[\d,]+ of/],
    ['search: the id of a finding', id, /^1 of/],
    ['search: a whole ARN', arn, /^[\d,]+ of/],
    ['search: nothing is found', 'zzqqxx', /^0 of/],
  ] as const;
  const times: [string, number][] = [];
  for (const [label, text, answer] of wanted) {
    times.push([label, await timeOf(page, 'filter-search', text)]);
    const told = z.string().parse(await page.evaluate(status));
    if (!answer.test(told)) throw new Error(`the page answers ${text} with: ${told}`);
    await timeOf(page, 'filter-search', '');
  }
  return times;
}

async function timeOf(page: Page, field: string, value: string): Promise<number> {
  return z.number().parse(await page.evaluate(choosing(field, value)));
}
