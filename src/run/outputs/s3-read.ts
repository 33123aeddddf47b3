/** Reads what earlier functions of a run wrote into its bucket. */
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { UserError } from '../../text/user-error.ts';
import { type Bucket, kindOf, type OpenClient } from './s3-client.ts';

export interface BucketReader {
  /** Undefined where there is no such object. Throws a `UserError` where it cannot be read. */
  read(key: string): Promise<string | undefined>;
  readBytes(key: string): Promise<Uint8Array | undefined>;
  /** The keys that begin so, in the order of their bytes. */
  keys(prefix: string): Promise<readonly string[]>;
  /** What comes between the prefix and the next slash, each once and in order. */
  folders(prefix: string): Promise<readonly string[]>;
}

export function readerOf({ name, owner }: Bucket, { s3 }: Pick<OpenClient, 's3'>): BucketReader {
  const where = { Bucket: name, ExpectedBucketOwner: owner };
  return {
    read: async (key) => {
      const bytes = await readBytes(key);
      return bytes && new TextDecoder().decode(bytes);
    },
    readBytes,
    keys: async (prefix) => {
      const keys: string[] = [];
      for await (const { Contents = [] } of pages(prefix)) {
        for (const { Key } of Contents) if (Key !== undefined) keys.push(Key);
      }
      return keys;
    },
    folders: async (prefix) => {
      const folders: string[] = [];
      for await (const { CommonPrefixes = [] } of pages(prefix, '/')) {
        for (const { Prefix = '' } of CommonPrefixes) {
          folders.push(Prefix.slice(prefix.length).replace(/\/$/, ''));
        }
      }
      return folders;
    },
  };

  async function readBytes(Key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ ...where, Key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      // Without `s3:ListBucket` it would be AccessDenied, as that of a key which may not be read.
      if (kindOf(error).code === 'NoSuchKey') return undefined;
      throw cannotRead(`s3://${name}/${Key}`, error);
    }
  }

  async function* pages(Prefix: string, Delimiter?: string) {
    let ContinuationToken: string | undefined;
    do {
      const page = await s3
        .send(
          new ListObjectsV2Command({
            ...where,
            Prefix,
            ...(Delimiter === undefined ? {} : { Delimiter }),
            ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
          }),
        )
        .catch((error: unknown) => {
          throw cannotRead(`s3://${name}/${Prefix}`, error);
        });
      yield page;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }
}

function cannotRead(address: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`cannot read ${address}: ${why}`, { cause });
}
