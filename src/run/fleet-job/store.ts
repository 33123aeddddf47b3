/** Where the functions of a run leave what the next ones need: the keys, and the bucket that has them. */
import type { Unscanned } from '../../fleet/unscanned.ts';
import { organizationName } from '../../fleet/organization/reading.ts';
import { summaryName } from '../../fleet/summarize.ts';
import { type Bucket, openClient } from '../outputs/s3-client.ts';
import { type BucketReader, readerOf } from '../outputs/s3-read.ts';
import { type BucketWriter, writerTo } from '../outputs/s3.ts';

export interface FleetStore extends BucketReader, BucketWriter {}

export async function openFleetStore(bucket: Bucket): Promise<FleetStore> {
  const client = await openClient(bucket);
  return { ...readerOf(bucket, client), ...writerTo(bucket, client), close: client.close };
}

/** The keys of a run, below `<prefix>/fleet/run=<run>/`. */
export interface RunKeys {
  /** What all of them begin with but those of parts and of findings. */
  readonly base: string;
  /** What the keys of all its accounts begin with. */
  readonly ofAccounts: string;
  /** The list of accounts, which the Map reads. */
  readonly accounts: string;
  /** What the organisation told of itself. */
  readonly organization: string;
  /** What a scan came to. Its only key: who writes it first has scanned the account. */
  summary(account: string): string;
  /** A file beside it, by the name that the summary gives it. */
  beside(account: string, name: string): string;
  /** A report of a scan. */
  report(account: string, requestId: string, file: string): string;
  /** The findings, as a part of the table of all runs: `date=` is the day on which the run began, in UTC. */
  findings(account: string): string;
  /**
   * What one function read of an account, for the next one. Apart from the runs, so that a rule of the bucket can delete it soon.
   * @param reading id of it
   */
  part(account: string, reading: string, part: number): string;
  /** What the keys of the parts of one reading begin with. */
  ofParts(account: string, reading: string): string;
  /** Why there was no scan; the key of the last one sorts behind the others. */
  note(unscanned: Unscanned, requestId: string): string;
  /** The report of the whole. */
  fleet(folder: string, file: string): string;
  /** What the keys of those begin with. */
  readonly ofFleet: string;
}

export function runKeys(prefix: string, run: string): RunKeys {
  const base = `${runsPrefix(prefix)}run=${run}/`;
  const of = (account: string) => `${base}account=${account}/`;
  const ofParts = (account: string, reading: string) =>
    `${runsPrefix(prefix)}${partsName}/run=${run}/account=${account}/${reading}/`;
  return {
    base,
    ofAccounts: `${base}account=`,
    accounts: `${base}accounts.json`,
    organization: `${base}${organizationName}`,
    summary: (account) => `${of(account)}${summaryName}`,
    beside: (account, name) => `${of(account)}${name}`,
    report: (account, requestId, file) => `${of(account)}${requestId}/${file}`,
    findings: (account) =>
      `${findingsPrefix(prefix)}date=${dayOf(run)}/account=${account}/${run}.parquet`,
    part: (account, reading, part) => `${ofParts(account, reading)}${part}.ndjson.gz`,
    ofParts,
    note: ({ account, at }, requestId) =>
      `${of(account)}unscanned/${at.replaceAll(/[-:.]/g, '')}-${requestId}.json`,
    fleet: (folder, file) => `${base}report/${folder}/${file}`,
    ofFleet: `${base}report/`,
  };
}

/** Beside the folders of runs; the bucket of deploy/ deletes what is in it after a day. */
export const partsName = 'parts';

/** What the keys of the table of findings begin with. */
function findingsPrefix(prefix: string): string {
  return [...(prefix === '' ? [] : [prefix]), 'findings', ''].join('/');
}

/** `2026-11-27`, of a run's name: the day on which it began, in UTC. */
export function dayOf(run: string): string {
  return run.replace(/^(\d{4})(\d{2})(\d{2})T.*$/, '$1-$2-$3');
}

/** What the keys of all runs begin with. */
export function runsPrefix(prefix: string): string {
  return [...(prefix === '' ? [] : [prefix]), 'fleet', ''].join('/');
}

/** The account of a key, and what comes behind it. */
export function partsOf(
  key: string,
  { ofAccounts }: RunKeys,
): { readonly account: string; readonly rest: string } | undefined {
  if (!key.startsWith(ofAccounts)) return undefined;
  const [, account, rest] = /^(\d{12})\/(.+)$/.exec(key.slice(ofAccounts.length)) ?? [];
  return account === undefined || rest === undefined ? undefined : { account, rest };
}

export function noted(store: FleetStore, keys: RunKeys, requestId: string) {
  return (unscanned: Unscanned): Promise<string> =>
    store.write(keys.note(unscanned, requestId), `${JSON.stringify(unscanned)}\n`);
}
