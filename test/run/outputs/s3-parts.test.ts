/** A file into a bucket: at once where it is small, and in parts where it is not. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBucket } from '../../../src/run/outputs/s3.ts';
import { partSizeOf } from '../../../src/run/outputs/s3-parts.ts';
import { type ReportBucket, startReportBucket } from '../../support/report-bucket.ts';

const owner = '111122223333';
const mebibyte = 1024 ** 2;
const folder = mkdtempSync(join(tmpdir(), 'srm-scan-parts-'));
const large = randomBytes(40 * mebibyte);
const path = join(folder, 'report.json');
let bucket: ReportBucket;

beforeAll(() => {
  writeFileSync(path, large);
});
beforeEach(async () => {
  bucket = await startReportBucket({ name: 'reports', owner, upstream: 'http://127.0.0.1:9' });
  vi.stubEnv('AWS_ENDPOINT_URL', bucket.endpoint);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
  vi.stubEnv('AWS_PROFILE', undefined);
  return async () => {
    vi.unstubAllEnvs();
    await bucket.close();
  };
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function writing(key: string, of = path, as = owner): Promise<string> {
  const writer = await openBucket({ name: 'reports', owner: as });
  try {
    return await writer.writeFile(key, of);
  } finally {
    writer.close();
  }
}

describe('a large file', () => {
  it('is one object at the end, and no request has more than a part of it', async () => {
    expect(await writing('a/report.json')).toBe('s3://reports/a/report.json');
    expect(bucket.objects.get('a/report.json')?.equals(large)).toBe(true);
    expect(bucket.largest()).toBe(16 * mebibyte);
    expect(bucket.unfinished()).toBe(0);
  });

  it('never overwrites, and takes back what it sent', async () => {
    await writing('a/report.json');
    await expect(writing('a/report.json')).rejects.toThrow(
      'cannot write s3://reports/a/report.json: PreconditionFailed',
    );
    expect(bucket.unfinished()).toBe(0);
  });

  it('is sent again where S3 is still busy with the key, and not for ever', async () => {
    bucket.beBusy(2);
    expect(await writing('a/report.json')).toBe('s3://reports/a/report.json');
    expect(bucket.unfinished()).toBe(0);
    bucket.beBusy(100);
    await expect(writing('b/report.json')).rejects.toThrow('ConditionalRequestConflict');
    expect(bucket.objects.has('b/report.json')).toBe(false);
    expect(bucket.unfinished()).toBe(0);
  });

  it('is not sent into the bucket of somebody else', async () => {
    await expect(writing('a/report.json', path, '999900001111')).rejects.toThrow(
      'the bucket must belong to account 999900001111',
    );
    expect(bucket.largest()).toBe(0);
  });
});

it('a small file, and an empty one, is sent at once', async () => {
  const small = join(folder, 'manifest.json');
  for (const bytes of [0, 1, 16 * mebibyte]) {
    writeFileSync(small, large.subarray(0, bytes));
    await writing(`${bytes}/manifest.json`, small);
    expect(bucket.objects.get(`${bytes}/manifest.json`)?.length).toBe(bytes);
    expect(bucket.largest()).toBe(bytes);
  }
});

it('as many parts as S3 takes are enough for the largest object that it holds', () => {
  const largest = 5 * 1024 ** 4;
  expect(Math.ceil(largest / partSizeOf(largest))).toBeLessThanOrEqual(10_000);
  expect(partSizeOf(1)).toBe(16 * mebibyte);
});
