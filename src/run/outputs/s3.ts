/** Reports into a bucket. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { cannotWrite } from './folder.ts';

/** With the function's own identity, not with the role that scans. This is the only write of the program. */
export async function upload(
  paths: readonly string[],
  bucket: string,
  under: string,
): Promise<string[]> {
  const s3 = new S3Client({ forcePathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined });
  try {
    const sent: string[] = [];
    for (const path of paths) {
      const key = `${under}/${basename(path)}`;
      const address = `s3://${bucket}/${key}`;
      // Not a stream: the SDK sends a stream once, and one SlowDown of S3 would cost the whole scan.
      const body = await readFile(path);
      try {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
      } catch (error) {
        throw cannotWrite(address, error);
      }
      sent.push(address);
    }
    return sent;
  } finally {
    s3.destroy();
  }
}
