/** The first step of a run: which accounts are scanned. A run that goes on keeps the list that it began with. */
import * as z from 'zod';
import { accountId } from '../../fleet/summary.ts';
import { UserError } from '../../text/user-error.ts';
import { tuneEngine } from '../engine.ts';
import { openDirectory } from '../fleet/organization.ts';
import { suspendedOf } from '../fleet/run.ts';
import { isClosed } from '../fleet/listed.ts';
import { accountOf, type LambdaContext } from '../lambda-context.ts';
import { readingTimeOf } from '../lambda-event.ts';
import { liveSource } from '../source.ts';
import { compactTime, type FleetJob, fleetJobOf, inputOf, runName } from './settings.ts';
import { noted, openFleetStore, runKeys } from './store.ts';

const event = z.strictObject({
  /** Of the state machine: empty, or the run to go on with. */
  input: z.strictObject({ run: runName.optional() }),
  startedAt: z.iso.datetime({ offset: true }),
});

/** An element of accounts.json. */
const listed = z.array(z.object({ account: accountId }));

/** What the Map needs. */
export interface ListedAccounts {
  readonly run: string;
  readonly bucket: string;
  /** Of the list in it. */
  readonly key: string;
  readonly concurrency: number;
}

export async function listAccounts(
  input: unknown,
  context: LambdaContext,
): Promise<ListedAccounts> {
  tuneEngine();
  const job = fleetJobOf(context);
  const { input: asked, startedAt } = inputOf(event, input);
  const began = new Date(startedAt);
  const run = asked.run ?? compactTime(began);
  const keys = runKeys(job.options.prefix, run);
  const { name: bucket } = job.bucket;
  const store = await openFleetStore(job.bucket);
  try {
    const begun = (await store.read(keys.accounts)) !== undefined;
    if (!begun && asked.run !== undefined) {
      throw new UserError(
        `run: there is no s3://${bucket}/${keys.accounts}, so no such run was begun; start without it for a new one`,
      );
    }
    if (!begun) {
      const { all, organization } = await organisationOf(job, context);
      const accounts = all.filter((each) => !isClosed(each)).map(({ id }) => ({ account: id }));
      if (accounts.length === 0) {
        throw new UserError(
          'there is no account to scan: none is listed, or all that are listed are closed',
        );
      }
      // The list comes last: where it is, all of this is.
      const note = noted(store, keys, context.awsRequestId);
      for (const each of all.filter(isClosed)) await note(suspendedOf(each, began.toISOString()));
      // An earlier try may have read it and ended before the list.
      await store.writeFirst(keys.organization, `${JSON.stringify(organization)}\n`);
      await store.writeFirst(keys.accounts, `${JSON.stringify(accounts)}\n`);
    }
    return { run, bucket, key: keys.accounts, concurrency: job.concurrency };
  } finally {
    store.close();
  }
}

async function organisationOf({ options, units }: FleetJob, context: LambdaContext) {
  const source = await liveSource({
    ...options,
    // The list is one of the whole partition.
    regions: [],
    deadline: readingTimeOf(context.getRemainingTimeInMillis()),
  });
  try {
    const directory = openDirectory(source);
    const all = await (units.length === 0 ? directory.accounts() : directory.accountsBelow(units));
    // With the time that is left: what of it comes too late is told as unknown, and stops no scan.
    const organization = await directory.organization(accountOf(context));
    return { all, organization };
  } finally {
    source.close();
  }
}

/** The accounts of accounts.json. Throws a `UserError` where it was changed. */
export function accountsIn(text: string, address: string): readonly string[] {
  try {
    return listed.parse(JSON.parse(text)).map(({ account }) => account);
  } catch {
    throw new UserError(`${address}: it is no list of accounts any more; start a new run`);
  }
}
