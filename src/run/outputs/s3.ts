/** Reports into a bucket, under keys that no other run has. */
import { stat, readFile } from 'node:fs/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { cannotWrite } from './cannot-write.ts';
import { type Bucket, kindOf, openClient, type OpenClient, type Target } from './s3-client.ts';
import { partSizeOf, sendInParts } from './s3-parts.ts';

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
  /** The same of a file, of which no more than a part is in memory at a time. */
  writeFile(key: string, path: string): Promise<string>;
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
  const send = async (key: string, how: Sending, again = 0): Promise<Sent> => {
    const ContentType = contentTypes[key.replace(/^.*\./, '')];
    const target = {
      Bucket: name,
      Key: key,
      ExpectedBucketOwner: owner,
      ...(ContentType === undefined ? {} : { ContentType }),
    };
    try {
      await how(s3, target);
      return 'written';
    } catch (error) {
      const { code, attempts } = kindOf(error);
      if (code === 'PreconditionFailed') return { isThere: error, sent: attempts + again };
      if (code === 'ConditionalRequestConflict' && again < conflicts)
        return send(key, how, again + 1);
      throw cannotWrite(`s3://${name}/${key}`, refusedFor(error, owner));
    }
  };
  const write = async (key: string, how: Sending) => {
    const address = `s3://${name}/${key}`;
    const sent = await send(key, how);
    // Nobody else has the key: an earlier attempt stored it, and its answer was lost.
    if (sent === 'written' || sent.sent > 1) return address;
    throw cannotWrite(address, sent.isThere);
  };
  return {
    write: (key, body) => write(key, atOnce(body)),
    writeFile: async (key, path) => {
      const { size } = await stat(path);
      const partSize = partSizeOf(size);
      if (size <= partSize) return write(key, atOnce(await readFile(path)));
      return write(key, (client, target) => sendInParts(client, target, path, partSize));
    },
    writeFirst: async (key, body) => (await send(key, atOnce(body))) === 'written',
  };
}

type Sending = (s3: S3Client, target: Target) => Promise<unknown>;

function atOnce(body: string | Uint8Array): Sending {
  // Not a stream: the SDK sends a stream once, and one SlowDown of S3 would cost the whole scan.
  return (s3, target) => s3.send(new PutObjectCommand({ ...target, Body: body, IfNoneMatch: '*' }));
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
