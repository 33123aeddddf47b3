/** Reports into a bucket, under keys that no other run has. */
import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { agentTo } from '../../aws/live/network.ts';
import { cannotWrite } from './cannot-write.ts';

/** Where, and whose it must be. */
export interface Bucket {
  readonly name: string;
  /** Account that must own the bucket: another's, who took the name first, is refused by S3. */
  readonly owner: string;
}

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
  close(): void;
}

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
};

/** How often an object is sent again while S3 is still busy with the same key. */
const conflicts = 3;

/** With the function's own identity, not with the role that scans. These are the only writes of the program. */
export async function openBucket({ name, owner }: Bucket): Promise<BucketWriter> {
  const end = new AbortController();
  const httpsAgent = await agentTo(hostOf(name), process.env, end.signal);
  const s3 = new S3Client({
    forcePathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined,
    // What is kept of the function's time for this would be gone with one socket that is silent. A report of hundreds of
    // megabytes may take longer, as long as it moves.
    requestHandler: {
      connectionTimeout: 3000,
      socketTimeout: 6000,
      ...(httpsAgent ? { httpsAgent } : {}),
    },
  });
  const send = async (key: string, body: string | Uint8Array, again: number): Promise<void> => {
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
    } catch (error) {
      const { code, attempts } = kindOf(error);
      // Nobody else has the key: an earlier attempt stored it, and its answer was lost.
      if (code === 'PreconditionFailed' && attempts + again > 1) return;
      if (code === 'ConditionalRequestConflict' && again < conflicts) {
        await send(key, body, again + 1);
        return;
      }
      throw error;
    }
  };
  return {
    write: async (key, body) => {
      const address = `s3://${name}/${key}`;
      try {
        await send(key, body, 0);
      } catch (error) {
        throw cannotWrite(address, refusedFor(error, owner));
      }
      return address;
    },
    close: () => {
      end.abort();
      s3.destroy();
    },
  };
}

/** As `NO_PROXY` may name it. */
function hostOf(bucket: string): string {
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region = 'us-east-1' } = process.env;
  return endpoint ? new URL(endpoint).host : `${bucket}.s3.${region}.amazonaws.com`;
}

function kindOf(error: unknown): { readonly code: string; readonly attempts: number } {
  if (!(error instanceof S3ServiceException)) return { code: '', attempts: 1 };
  return { code: error.name, attempts: error.$metadata.attempts ?? 1 };
}

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
