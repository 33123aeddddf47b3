/** Prints a page of HTML as PDF, by a browser that is installed: without a window, a profile of its user's or the network. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../text/user-error.ts';
import { cutStart } from '../../text/wrap.ts';
import { findBrowser, whatToDoInstead } from './browser.ts';
import { withCountedIds } from './pdf-ids.ts';
import { withSheets } from './pdf-sheets.ts';

export interface Printer {
  /**
   * The PDF of a page. The same page gives the same bytes with the same browser, so its dates are `at` and not the moment of
   * printing. Throws a `UserError`.
   *
   * @param pieces the page, which needs nothing from anywhere
   * @param at ISO 8601, UTC
   */
  print(pieces: Iterable<string> | AsyncIterable<string>, at: string): Promise<Buffer>;
}

/** The first version that prints the margins of a sheet: account, date and page number. */
const leastVersion = 131;
/** Milliseconds. A browser that was never started on a machine takes its time. */
const patience = 120_000;
const longestComplaint = 300;

const trialTitle = 'srm-scan prints';
const trialPage = `<!doctype html><title>${trialTitle}</title><p>${trialTitle}</p>`;

/** Finds the browser and tries it: what does not print is better known now than after an hour of scanning. */
export async function openPrinter(): Promise<Printer> {
  const browser = await findBrowser(process.env);
  const print: Printer['print'] = async (pieces, at) =>
    dated(withCountedIds(await printed(browser, pieces)), at);
  const trial = (await print([trialPage], new Date(0).toISOString())).toString('latin1');
  // A browser that may not read the page prints that instead.
  if (!trial.includes(`/Title (${trialTitle})`)) {
    throw cannotPrint(browser, 'it does not read the page; a snap sees no temporary files');
  }
  const version = Number(/\/Producer \(Skia\/PDF m(\d+)\)/.exec(trial)?.[1]);
  if (version < leastVersion) {
    throw cannotPrint(browser, `it is of version ${version}, and ${leastVersion} is needed`);
  }
  return { print };
}

async function printed(
  browser: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<Buffer> {
  // All that the browser reads and writes.
  const folder = await mkdtemp(join(tmpdir(), 'srm-scan-pdf-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, pieces, { mode: 0o600 });
    const print = async () => {
      const target = join(folder, 'page.pdf');
      await run(browser, argumentsFor(folder, page, target));
      const pdf = await readFile(target).catch(() => Buffer.alloc(0));
      if (pdf.subarray(0, 5).toString('latin1') === '%PDF-') return pdf;
      throw cannotPrint(browser, 'it wrote no PDF');
    };
    const first = await print();
    const numbered = withSheets(await readFile(page, 'utf8'), first);
    if (numbered === undefined) return first;
    await writeFile(page, numbered, { mode: 0o600 });
    return await print();
  } finally {
    // A process of the browser may still write its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function argumentsFor(folder: string, page: string, target: string): readonly string[] {
  return [
    '--headless',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-breakpad',
    // The page asks for nothing, and nothing else shall be asked for.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Chromium does not run as root with its sandbox, and in a container there is often nobody else.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The margins of the page say what stands there.
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${target}`,
    pathToFileURL(page).href,
  ];
}

function run(browser: string, given: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, given, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = cutStart(said + text, longestComplaint);
    });
    child.on('error', ({ message }) => {
      reject(cannotPrint(browser, message));
    });
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else if (signal !== null) reject(cannotPrint(browser, `it was ended by ${signal}`));
      else reject(cannotPrint(browser, `exit code ${code}: ${said.trim()}`));
    });
  });
}

function cannotPrint(browser: string, why: string): UserError {
  return new UserError(`${browser} cannot print the PDF: ${why}; ${whatToDoInstead}`);
}

/** The information about the document is what Skia writes first, and its dates are all of one length. */
function dated(pdf: Buffer, at: string): Buffer {
  const digits = at.replaceAll(/\D/g, '').slice(0, 14);
  const head = pdf
    .subarray(0, 4096)
    .toString('latin1')
    .replaceAll(
      /(\/(?:CreationDate|ModDate) \(D:)\d{14}(?:[+-]\d{2}'\d{2}'|Z)/g,
      (whole, name: string) => {
        const rest = whole.slice(name.length + digits.length);
        return name + digits + (rest === 'Z' ? rest : "+00'00'");
      },
    );
  return Buffer.concat([Buffer.from(head, 'latin1'), pdf.subarray(4096)]);
}
