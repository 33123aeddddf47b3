/** The way to a bucket, with the function's own identity and not with the role that scans, unless it is told another. */
import { S3Client, type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import { agentTo } from '../../aws/live/network.ts';

/** Where, and whose it must be. */
export interface Bucket {
  readonly name: string;
  /** Account that must own the bucket: another's, who took the name first, is refused by S3. */
  readonly owner: string;
}

/** Where an object goes. */
export interface Target {
  readonly Bucket: string;
  readonly Key: string;
  readonly ExpectedBucketOwner: string;
  readonly ContentType?: string;
}

export interface OpenClient {
  readonly s3: S3Client;
  /** Lets go of the sockets. */
  close(): void;
}

/** @param as whose bucket it is written as, where that is not the function itself, and in which Region */
export async function openClient(
  { name }: Pick<Bucket, 'name'>,
  as: Pick<S3ClientConfig, 'credentials' | 'region'> = {},
): Promise<OpenClient> {
  const end = new AbortController();
  const httpsAgent = await agentTo(hostOf(name), process.env, end.signal);
  const s3 = new S3Client({
    ...as,
    forcePathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined,
    // What is kept of the function's time for this would be gone with one socket that is silent. A report of hundreds of
    // megabytes may take longer, as long as it moves.
    requestHandler: {
      connectionTimeout: 3000,
      socketTimeout: 6000,
      ...(httpsAgent ? { httpsAgent } : {}),
    },
  });
  return {
    s3,
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

/** What S3 calls an error, and how often it was asked. */
export function kindOf(error: unknown): { readonly code: string; readonly attempts: number } {
  if (!(error instanceof S3ServiceException)) return { code: '', attempts: 1 };
  return { code: error.name, attempts: error.$metadata.attempts ?? 1 };
}
