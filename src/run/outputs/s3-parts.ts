/**
 * A file into a bucket in parts, so that a report of a gigabyte takes the memory of one part. Amazon S3 user guide, "Uploading and
 * copying objects using multipart upload": what is there under the key, and who reads it, is the same as of one that was sent at
 * once; it is there when all of it is.
 */
import { type FileHandle, open } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Target } from './s3-client.ts';

/** What is sent at once where there is no more of it: S3 takes 5 MiB at the least for each part but the last. */
const leastPart = 16 * 1024 ** 2;
/** "Amazon S3 multipart upload limits". */
const mostParts = 10_000;

/** Bytes of each part of a file of that size. */
export function partSizeOf(size: number): number {
  return Math.max(leastPart, Math.ceil(size / mostParts));
}

/**
 * Throws what S3 answered, also where the key is there already. What was sent until then is taken back; where that is not
 * allowed or fails, a rule of the bucket does it.
 */
export async function sendInParts(
  s3: S3Client,
  { ContentType, ...target }: Target,
  path: string,
  partSize: number,
): Promise<void> {
  const ChecksumAlgorithm = 'CRC32';
  const file = await open(path);
  try {
    const { UploadId } = await s3.send(
      new CreateMultipartUploadCommand({
        ...target,
        ChecksumAlgorithm,
        ...(ContentType === undefined ? {} : { ContentType }),
      }),
    );
    if (UploadId === undefined) throw new Error('S3 gave the upload no id');
    const upload = { ...target, UploadId };
    try {
      const Parts: CompletedPart[] = [];
      for await (const part of partsOf(file, partSize)) {
        const PartNumber = Parts.length + 1;
        const { ETag, ChecksumCRC32 } = await s3.send(
          new UploadPartCommand({ ...upload, PartNumber, ChecksumAlgorithm, Body: part }),
        );
        Parts.push({ PartNumber, ETag, ChecksumCRC32 });
      }
      await s3.send(
        new CompleteMultipartUploadCommand({
          ...upload,
          IfNoneMatch: '*',
          MultipartUpload: { Parts },
        }),
      );
    } catch (error) {
      await s3.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
      throw error;
    }
  } finally {
    await file.close();
  }
}

/** The memory of each is used again for the next one. */
async function* partsOf(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(size);
  for (;;) {
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(buffer, filled, size - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    if (filled > 0) yield buffer.subarray(0, filled);
    if (filled < size) return;
  }
}
