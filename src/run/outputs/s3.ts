/** Reports into a bucket, under keys that no other run has. */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { cannotWrite } from './cannot-write.ts';
import { type Bucket, kindOf, openClient, type OpenClient } from './s3-client.ts';

/** One invocation of the function. */
export interface Run {
  /** What all keys begin with, without a slash at either end; may be empty. */
  readonly prefix: string;
  readonly startedAt: Date;
  /** Of the invocation. A retry has the same one, but begins later. */
  readonly requestId: string;
}

export interface BucketWriter {
  /** Writes a new object and returns its s3:// address. Throws a `UserError`; never overwrites. */
  write(key: string, body: string | Uint8Array): Promise<string>;
  /**
   * The same for a key that others may write as well: the first one's stays. Resolves to false where it may be another's, which
   * an answer that was lost may make of one's own.
   */
  writeFirst(key: string, body: string | Uint8Array): Promise<boolean>;
  close(): void;
}

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
};

/** How often an object is sent again while S3 is still busy with the same key. */
const conflicts = 3;

export async function openBucket(bucket: Bucket): Promise<BucketWriter> {
  const client = await openClient(bucket);
  return { ...writerTo(bucket, client), close: client.close };
}

/** These are the only writes of the program. */
export function writerTo(
  { name, owner }: Bucket,
  { s3 }: Pick<OpenClient, 's3'>,
): Omit<BucketWriter, 'close'> {
  const send = async (key: string, body: string | Uint8Array, again = 0): Promise<Sent> => {
    const ContentType = contentTypes[key.replace(/^.*\./, '')];
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: name,
          Key: key,
          // Not a stream: the SDK sends a stream once, and one SlowDown of S3 would cost the whole scan.
          Body: body,
          ExpectedBucketOwner: owner,
          IfNoneMatch: '*',
          ...(ContentType === undefined ? {} : { ContentType }),
        }),
      );
      return 'written';
    } catch (error) {
      const { code, attempts } = kindOf(error);
      if (code === 'PreconditionFailed') return { isThere: error, sent: attempts + again };
      if (code === 'ConditionalRequestConflict' && again < conflicts)
        return send(key, body, again + 1);
      throw cannotWrite(`s3://${name}/${key}`, refusedFor(error, owner));
    }
  };
  return {
    write: async (key, body) => {
      const address = `s3://${name}/${key}`;
      const sent = await send(key, body);
      // Nobody else has the key: an earlier attempt stored it, and its answer was lost.
      if (sent === 'written' || sent.sent > 1) return address;
      throw cannotWrite(address, sent.isThere);
    },
    writeFirst: async (key, body) => (await send(key, body)) === 'written',
  };
}

/** Or what was answered where the key is there already, and how often it was sent until then. */
type Sent = 'written' | { readonly isThere: unknown; readonly sent: number };

/** S3 says no more than "Access Denied", whatever it is for. */
function refusedFor(error: unknown, owner: string): unknown {
  const { code } = kindOf(error);
  if (!(error instanceof Error) || code !== 'AccessDenied') return error;
  const why = `the function's role needs s3:PutObject there, and the bucket must belong to account ${owner}`;
  return new Error(`${error.message} (${why})`, { cause: error });
}

/** Where a run says that it began: one that has no report besides has not ended well. */
export function markerKey(run: Run): string {
  return under(run, 'started', `dt=${dayOf(run)}`, `${nameOf(run)}.json`);
}

/** Where a report of a run belongs. */
export function reportKey(run: Run, account: string, file: string): string {
  return under(run, `account=${account}`, `dt=${dayOf(run)}`, nameOf(run), file);
}

function under({ prefix }: Run, ...parts: readonly string[]): string {
  return [prefix, ...parts].filter((part) => part !== '').join('/');
}

function dayOf({ startedAt }: Run): string {
  return startedAt.toISOString().slice(0, 10);
}

/** Sorts by time: 20261126T211403Z-<request id>. */
function nameOf({ startedAt, requestId }: Run): string {
  return `${startedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${requestId}`;
}
