/**
 * The findings of an account into a custom source of Amazon Security Lake: one object for each account and run, where its crawler
 * looks for it, written as the role that Security Lake made for the source. Security Lake user guide, "Collecting data from
 * custom sources".
 */
import { ocsfParquet } from '../../../reports/parquet/ocsf.ts';
import { openSession } from '../../aws/live/session.ts';
import type { HandedOver } from '../../fleet/sent.ts';
import type { ReportReader } from '../../report/model.ts';
import { UserError } from '../../text/user-error.ts';
import { printable } from '../../text/printable.ts';
import { cutEnd } from '../../text/wrap.ts';
import { logLine } from '../lambda-log.ts';
import { openClient } from '../outputs/s3-client.ts';
import { writerTo } from '../outputs/s3.ts';
import { dayOf, type FleetStore, type RunKeys } from './store.ts';

/** A custom source. */
export interface Lake {
  /** `aws-security-data-lake-<Region>-…`. */
  readonly bucket: string;
  /** The Region of the bucket. */
  readonly region: string;
  /** `ext/<source>`. */
  readonly prefix: string;
  /** Role of the source's provider, in the account that has the bucket. */
  readonly roleArn: string;
  readonly externalId: string;
}

/** A scan whose reports are written. */
export interface Written {
  readonly run: string;
  readonly requestId: string;
  readonly keys: RunKeys;
  readonly store: Pick<FleetStore, 'readBytes'>;
}

/**
 * Hands the findings over, and tells the log. Undefined where there is no lake. What could not be written there ends no scan:
 * the summary says so. Whoever writes first in a run has written: a try that comes later leaves no second object.
 */
export async function handOver(
  lake: Lake | undefined,
  { scan }: Pick<ReportReader, 'scan'>,
  { run, requestId, keys, store }: Written,
): Promise<HandedOver | undefined> {
  if (lake === undefined) return undefined;
  const { id } = scan.account;
  const key = lakeKey(lake, id, run);
  const location = `s3://${lake.bucket}/${key}`;
  try {
    const file = keys.report(id, requestId, ocsfParquet.file);
    const findings = await store.readBytes(file);
    if (findings === undefined) throw new UserError(`${file}: there is no such object any more`);
    await writeAs(lake, key, findings);
    return { location };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = cutEnd(printable(error.message.replace(/^Credentials\w+: /, '')), 900);
    logLine(`${id}: nothing was handed over to Security Lake: ${why}`);
    return { location, why };
  }
}

/**
 * `eventDay` is the day on which the run began, in UTC, as it is in the table of findings: so each try of the run has the same
 * place. Where an account was scanned behind midnight, its events are of the day after; their own time says so.
 */
function lakeKey(
  { prefix, region }: Pick<Lake, 'prefix' | 'region'>,
  account: string,
  run: string,
) {
  const eventDay = dayOf(run).replaceAll('-', '');
  return `${prefix}/region=${region}/accountId=${account}/eventDay=${eventDay}/${run}.parquet`;
}

async function writeAs(
  { bucket, region, roleArn, externalId }: Lake,
  key: string,
  body: Uint8Array,
): Promise<void> {
  const session = await openSession({ regions: [region], roleArn, externalId });
  const [, owner = ''] = /:iam::(\d{12}):/.exec(roleArn) ?? [];
  const client = await openClient({ name: bucket }, { region, credentials: session.credentials });
  try {
    await writerTo({ name: bucket, owner }, client).writeFirst(key, body);
  } finally {
    client.close();
    session.wire.close();
  }
}
