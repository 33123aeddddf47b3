/** The last step of a run: one report of what its accounts left, also of those that left nothing. The state machine tells what it came to. */
import * as z from 'zod';
import { checks } from '../../../checks/index.ts';
import { eventOfFleet, type FleetEnded } from '../../fleet/events.ts';
import type { FleetReport } from '../../fleet/model.ts';
import { createFleet, type Fleet } from '../../fleet/reduce.ts';
import { type AccountSummary, summaryShape } from '../../fleet/summary.ts';
import { unscannedSchema, unscannedShape } from '../../fleet/unscanned.ts';
import { UserError } from '../../text/user-error.ts';
import { tuneEngine } from '../engine.ts';
import { parseFleet } from '../fleet/former.ts';
import { parseOrganization } from '../fleet/keep-organization.ts';
import { parsedAs } from '../fleet/parsed-as.ts';
import { inParallel } from '../fleet/several.ts';
import { fleetData, writeFleet } from '../fleet/write.ts';
import type { LambdaContext } from '../lambda-context.ts';
import { logLine } from '../lambda-log.ts';
import { inTemporaryFolder, storeFiles } from '../lambda-scan.ts';
import { version } from '../version.generated.ts';
import { readRun, type RunReader } from './bound.ts';
import { accountsIn } from './list-accounts.ts';
import { restart } from './scan-account.ts';
import { compactTime, fleetJobOf, inputOf, runName } from './settings.ts';
import {
  type FleetStore,
  openFleetStore,
  partsOf,
  type RunKeys,
  runKeys,
  runsPrefix,
} from './store.ts';

const event = z.strictObject({ run: runName });

/** Objects that are read at once. */
const atOnce = 20;

/** What the state machine hands to EventBridge. */
export type FleetResult = FleetEnded;

export async function reportFleet(input: unknown, context: LambdaContext): Promise<FleetResult> {
  tuneEngine();
  const { run } = inputOf(event, input);
  const { options, bucket } = fleetJobOf(context);
  const { prefix, failOn, allowUnknown } = options;
  const keys = runKeys(prefix, run);
  const store = await openFleetStore(bucket);
  try {
    const address = `s3://${bucket.name}/${keys.accounts}`;
    const catalogue = new Map(checks.map(({ id, title }) => [id, { title }]));
    const tool = { name: 'srm-scan', version } as const;
    const fleet = createFleet({ tool, catalogue, failOn, allowUnknown });
    const read = readRun(store, keys);
    const list = await read.text(keys.accounts);
    if (list === undefined) throw new UserError(`${address}: there is no such list`);
    const left = await store.keys(keys.ofAccounts);
    await addRun(fleet, { run, keys, read, left, accounts: accountsIn(list, address) });
    const organization = await read.text(keys.organization);
    if (organization !== undefined) {
      fleet.addOrganization(parseOrganization(keys.organization, organization));
    }
    const report = fleet.report(await formerOf(store, prefix, run));

    const folder = `${compactTime(new Date())}-${context.awsRequestId}`;
    const bound = read.bound(left);
    const reports = await inTemporaryFolder(async (path) => {
      const { paths } = await writeFleet(path, report, bound);
      return storeFiles(paths, store, (file) => keys.fleet(folder, file));
    });
    return eventOfFleet(run, report, reports);
  } finally {
    store.close();
  }
}

interface Run {
  readonly run: string;
  readonly keys: RunKeys;
  readonly read: RunReader;
  /** The keys of what functions left of accounts. */
  readonly left: readonly string[];
  readonly accounts: readonly string[];
}

async function addRun(fleet: Fleet, { run, keys, read, left, accounts }: Run): Promise<void> {
  const scanned = new Set<string>();
  const notes = new Map<string, string>();
  for (const key of left) {
    const { account, rest } = partsOf(key, keys) ?? {};
    if (account === undefined) continue;
    if (key === keys.summary(account)) scanned.add(account);
    // They come in order: the last one stays.
    if (rest?.startsWith('unscanned/')) notes.set(account, key);
  }
  const failed = (account: string, cause: string) => {
    const cure = `See the log of its function; then ${restart(run)}.`;
    const at = new Date().toISOString();
    fleet.addUnscanned({ schema: unscannedSchema, account, reason: 'failed', cause, cure, at });
  };
  const add = async (account: string) => {
    if (scanned.has(account)) {
      const key = keys.summary(account);
      const summary = parsedAs(summaryShape, (await read.text(key)) ?? '');
      if ('why' in summary) failed(account, `its summary, ${key}, cannot be used: ${summary.why}`);
      else {
        read.addRun(summary);
        fleet.add(summary, linkTo(summary));
      }
      return;
    }
    const note = notes.get(account);
    if (note === undefined) {
      failed(account, 'no function left a result of it');
      return;
    }
    const unscanned = parsedAs(unscannedShape, (await read.text(note)) ?? '');
    if ('why' in unscanned) failed(account, `${note} cannot be used: ${unscanned.why}`);
    else fleet.addUnscanned(unscanned);
  };
  // Those that are in no list were left out, and their notes say why.
  const all = new Set([...accounts, ...notes.keys()]);
  await inParallel([...all], add, { atOnce, signal: new AbortController().signal });
}

/** Seen from the report of the whole. Pages go before data: a person follows the link. */
function linkTo({ scan, reports }: AccountSummary): string | null {
  const report = reports.find((name) => name.endsWith('.html')) ?? reports[0];
  return report === undefined ? null : `../../account=${scan.account.id}/${report}`;
}

/** The last report of the run before. One that is of no use says so in the log, and stops nothing. */
async function formerOf(
  store: FleetStore,
  prefix: string,
  run: string,
): Promise<FleetReport | undefined> {
  const names = (await store.folders(runsPrefix(prefix)))
    .map((name) => name.replace(/^run=/, ''))
    .filter((name) => runName.safeParse(name).success && name < run);
  for (const name of names.toReversed()) {
    const keys = await store.keys(runKeys(prefix, name).ofFleet);
    const key = keys.findLast((each) => each.endsWith(`/${fleetData}`));
    const text = key === undefined ? undefined : await store.read(key);
    if (key === undefined || text === undefined) continue;
    try {
      return parseFleet(key, text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      logLine(`${error.message}; nothing is told of what changed since`);
      return undefined;
    }
  }
  return undefined;
}
