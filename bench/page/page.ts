/**
 * What the page costs its reader: a report of so many findings of a made account (bench/made) is written, opened in Chromium
 * without a window, and used. What is assumed of the account stands in bench/made: its resources grow as those of the
 * generated accounts do, and so do its calls; names are words of people, ids and hashes are what chance gives.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { launch } from '../../test/support/browser.ts';
import { browse, type Times } from './browse.ts';

const Written = z.strictObject({
  findings: z.number(),
  calls: z.number(),
  resources: z.number(),
  id: z.string(),
  arn: z.string(),
});

/** The figures of one page, by name; the same names for every page. */
export type PageFigures = ReadonlyMap<string, number>;

/** @param folder where the page may lie meanwhile */
export async function benchPage(count: number, runs: number, folder: string): Promise<PageFigures> {
  const file = join(folder, `report-${count}.html`);
  const written = await writePage(count, file);
  const browser = await launch();
  try {
    const all: Times[] = [];
    for (let run = 1; run <= runs; run += 1) all.push(await browse(browser, file, written));
    const { findings, resources, calls } = written;
    return new Map([
      ['findings', findings],
      ['resources', resources],
      ['calls', calls],
      ['file, MB', round((await stat(file)).size / 1e6, 3)],
      ...medians(all),
    ]);
  } finally {
    await browser.close();
  }
}

async function writePage(count: number, file: string): Promise<z.infer<typeof Written>> {
  const child = fileURLToPath(new URL('page-child.ts', import.meta.url));
  const args = ['--import', 'tsx', child, String(count), file];
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [told, [code]] = await Promise.all([text(running.stdout), once(running, 'close')]);
  if (code !== 0) throw new Error(`writing the page of ${count} findings ended with ${code}`);
  return Written.parse(JSON.parse(told));
}

function medians(all: readonly Times[]): readonly (readonly [string, number])[] {
  return [...(all[0]?.keys() ?? [])].map((name) => {
    const values = all.flatMap((times) => times.get(name) ?? []).toSorted((a, b) => a - b);
    const middle = values[Math.floor(values.length / 2)] ?? 0;
    return name === 'JS heap'
      ? ['JS heap, MB', round(middle, 1)]
      : [`${name}, ms`, round(middle, 0)];
  });
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
