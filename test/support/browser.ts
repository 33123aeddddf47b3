/** The installed Chromium, for tests of the HTML report. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = '/usr/bin/chromium';
/** The same engine without the browser's windows, which are half of the work that a page is and which nobody sees. */
const shell = '/usr/bin/chromium-headless-shell';

export const executablePath =
  process.env['CHROMIUM_PATH'] ?? (existsSync(shell) ? shell : installed);

/** False, with one line on why, where a developer has no Chromium. In CI its absence is an error. */
export function hasBrowser(): boolean {
  if (existsSync(executablePath)) return true;
  const why = `there is no Chromium at ${executablePath}; set CHROMIUM_PATH`;
  if (process.env['CI']) throw new Error(why);
  console.warn(`Tests of the HTML report in a browser are skipped: ${why}.`);
  return false;
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
