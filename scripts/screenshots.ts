/**
 * `npm run screenshots`: the two pictures of the README, taken from the report of the demo by the installed Chromium
 * (CHROMIUM_PATH). The same page gives the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { launch } from '../test/support/browser.ts';
import { palettePng } from './palette-png.ts';
import { program } from './program.ts';

const images = fileURLToPath(new URL('../docs/images/', import.meta.url));
/** What the tour of the README mends. */
const shown = { check: 's3-bucket-not-public', resource: 'nwh-carrier-photos' };
const mostBytes = 200_000;

const folder = mkdtempSync(join(tmpdir(), 'srm-scan-screenshots-'));
const browser = await launch();
try {
  const args = [program, '--demo', '--quiet', '--output', folder];
  spawnSync(process.execPath, args, { stdio: 'inherit' });
  mkdirSync(images, { recursive: true });
  const report = join(folder, 'latest', 'report.html');
  const page = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(pathToFileURL(report).href);
  await page.waitForSelector('html[data-ready=all]');
  await keep(page, 'report.png');
  // Another address of the same page: the script follows it.
  await page.goto(
    `${pathToFileURL(report).href}#finding-${idOf(join(folder, 'latest', 'report.json'))}`,
  );
  await page.waitForSelector('dialog[open]');
  await keep(page, 'finding.png');
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function idOf(path: string): string {
  const { findings } = z
    .object({
      findings: z.array(
        z.object({ id: z.string(), check: z.string(), resource: z.object({ name: z.string() }) }),
      ),
    })
    .parse(JSON.parse(readFileSync(path, 'utf8')));
  const found = findings.find(
    ({ check, resource }) => check === shown.check && resource.name === shown.resource,
  );
  if (!found) throw new Error(`the sample has no ${shown.check} of ${shown.resource}`);
  return found.id;
}

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => true)');
  const png = palettePng(await pixelsOf(browser, await page.screenshot()));
  if (png.length > mostBytes) throw new Error(`${name} has ${png.length} bytes`);
  writeFileSync(join(images, name), png);
  console.log(`docs/images/${name}: ${png.length} bytes`);
}

/** What a picture shows, as the browser itself reads it. */
async function pixelsOf(reader: Browser, picture: Buffer) {
  const page = await reader.newPage();
  const url = `data:image/png;base64,${picture.toString('base64')}`;
  const shows: unknown = await page.evaluate(`(async () => {
    const image = new Image();
    image.src = ${JSON.stringify(url)};
    await image.decode();
    const { width, height } = image;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context.drawImage(image, 0, 0);
    let text = '';
    for (const byte of context.getImageData(0, 0, width, height).data) text += String.fromCharCode(byte);
    return { width, height, base64: btoa(text) };
  })()`);
  const { width, height, base64 } = z
    .object({ width: z.number(), height: z.number(), base64: z.string() })
    .parse(shows);
  await page.close();
  return { width, height, data: new Uint8Array(Buffer.from(base64, 'base64')) };
}
