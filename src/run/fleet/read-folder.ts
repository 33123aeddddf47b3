/** Reads what scans of many accounts left in a folder: a summary in the folder of each run, and who was not scanned. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Fleet } from '../../fleet/reduce.ts';
import { summaryName } from '../../fleet/summarize.ts';
import { type AccountSummary, summaryShape } from '../../fleet/summary.ts';
import { type Unscanned, unscannedSchema, unscannedShape } from '../../fleet/unscanned.ts';
import { whyUnreadable } from '../../text/unreadable.ts';
import { UserError } from '../../text/user-error.ts';
import { textOf } from '../manifest/read.ts';
import { hasCode } from '../outputs/cannot-write.ts';
import { organizationIn } from './keep-organization.ts';
import { parsedAs } from './parsed-as.ts';
import { planIn } from './plan.ts';

/** The folder of the accounts that were not scanned, a file each. */
export const unscannedFolder = 'unscanned';

/** The newest run of each account, by its id: the name of its folder. */
export async function runsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await runFoldersIn(folder)).map(({ account, name }) => [account, name]));
}

/** Every run; of one account the newest is the last. */
export async function runFoldersIn(
  folder: string,
): Promise<readonly { readonly account: string; readonly name: string }[]> {
  const runs: { account: string; name: string }[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new UserError(`${folder}: ${whyUnreadable(error, 'folder')}`, { cause: error });
  });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  // A moment sorts as text, and the number behind it as a number.
  for (const name of names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    const [, account] = /^(\d{12})-\d{4}-\d\d-\d\dT/.exec(name) ?? [];
    if (account !== undefined) runs.push({ account, name });
  }
  return runs;
}

/** Adds all of it. A summary that cannot be used makes its account one that was not scanned: none is missing in silence. */
export async function addFolder(fleet: Fleet, folder: string): Promise<void> {
  const runs = await runsIn(folder);
  for (const [account, run] of runs) {
    const summary = await summaryIn(folder, run);
    const [report = null] = 'why' in summary ? [] : reportsOf(summary, run);
    if (!('why' in summary) && summary.scan.account.id === account) fleet.add(summary, report);
    else
      fleet.addUnscanned(
        unusable(
          account,
          'why' in summary ? summary.why : 'it is of another account',
          join(run, summaryName),
        ),
      );
  }
  // What is told last of an account counts.
  for (const account of (await planIn(folder))?.accounts ?? []) {
    if (!runs.has(account)) fleet.addUnscanned(notReached(account));
  }
  for (const each of await unscannedIn(folder)) fleet.addUnscanned(each);
  const organization = await organizationIn(folder);
  if (organization) fleet.addOrganization(organization);
}

function notReached(account: string): Unscanned {
  return {
    schema: unscannedSchema,
    account,
    reason: 'not-reached',
    cause: 'the run ended before its turn came',
    cure: 'Go on with --resume.',
    at: new Date(0).toISOString(),
  };
}

/** What the summary of a run says, or why it says nothing. */
export async function summaryIn(
  folder: string,
  run: string,
): Promise<AccountSummary | { readonly why: string }> {
  const read = await parsed(join(folder, run, summaryName), summaryShape);
  return read ?? { why: 'there is none' };
}

async function unscannedIn(folder: string): Promise<readonly Unscanned[]> {
  const found: Unscanned[] = [];
  for (const { account, name } of await notesIn(folder)) {
    const read = await parsed(join(folder, name), unscannedShape);
    if (read === undefined) continue;
    found.push('why' in read ? unusable(account, read.why, name) : read);
  }
  return found;
}

/** What was kept of accounts that were not scanned. Throws a `UserError` where that cannot be read: they would be missing. */
export async function notesIn(
  folder: string,
): Promise<readonly { readonly account: string; readonly name: string }[]> {
  const path = join(folder, unscannedFolder);
  const names: string[] = await readdir(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw new UserError(`${path}: ${whyUnreadable(error, 'folder')}`, { cause: error });
  });
  return names.toSorted().flatMap((name) => {
    const [, account] = /^(\d{12})\.json$/.exec(name) ?? [];
    return account === undefined ? [] : [{ account, name: `${unscannedFolder}/${name}` }];
  });
}

async function parsed<T>(
  path: string,
  shape: z.ZodType<T>,
): Promise<T | { readonly why: string } | undefined> {
  const text = await textOf(path);
  return text === undefined ? undefined : parsedAs(shape, text);
}

/** Pages go before data: a person follows the link. */
function reportsOf({ reports }: AccountSummary, run: string): readonly string[] {
  const pages = reports.filter((name) => name.endsWith('.html'));
  return [...pages, ...reports].map((name) => `${run}/${name}`);
}

function unusable(account: string, why: string, file: string): Unscanned {
  return {
    schema: unscannedSchema,
    account,
    reason: 'failed',
    cause: `its summary, ${file}, cannot be used: ${why}`,
    cure: 'Scan the account again.',
    at: new Date(0).toISOString(),
  };
}
