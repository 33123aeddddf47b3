/** What the functions in Lambda share: a scan that ends in time, and its reports in a bucket. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { AnyReporter } from '../../reports/reporter.ts';
import type { ReportReader } from '../report/model.ts';
import type { LambdaContext } from './lambda-context.ts';
import { readingTimeOf } from './lambda-event.ts';
import { digestOf } from './manifest/digest.ts';
import type { Digest } from './manifest/shape.ts';
import { manifestName } from './outputs/names.ts';
import { writeReports } from './outputs/output.ts';
import type { BucketWriter } from './outputs/s3.ts';
import type { ScanRequest } from './request.ts';
import { scan } from './scan.ts';
import { liveSource, type LiveOptions, type LiveSource } from './source.ts';

/** The reading ends while there is time for the rest. */
export function scanWithin(
  context: LambdaContext,
  options: Omit<LiveOptions, 'regions' | 'deadline'>,
  request: ScanRequest,
): Promise<ReportReader> {
  return withLive(context, options, request, (source) => scan(request, source));
}

/** Hands over the live account, which answers while there is time for the rest. */
export async function withLive<T>(
  context: LambdaContext,
  options: Omit<LiveOptions, 'regions' | 'deadline'>,
  { selection }: Pick<ScanRequest, 'selection'>,
  work: (source: LiveSource) => Promise<T>,
): Promise<T> {
  const source = await liveSource({
    ...options,
    regions: selection.regions,
    deadline: readingTimeOf(context.getRemainingTimeInMillis()),
  });
  try {
    return await work(source);
  } finally {
    source.close();
  }
}

/** Reports in a bucket. */
export interface StoredReports {
  /** Their s3:// addresses. */
  readonly addresses: readonly string[];
  /** Of the manifest that binds them. */
  readonly manifest: Digest;
}

/** Writes the reports, with the manifest that binds them. @param keyOf the key of a file */
export async function storeReports(
  report: ReportReader,
  reporters: readonly AnyReporter[],
  store: Pick<BucketWriter, 'writeFile'>,
  keyOf: (file: string) => string,
): Promise<StoredReports> {
  return inTemporaryFolder(async (path) => {
    const { paths } = await writeReports(report, { to: 'folder', path, reporters });
    const manifest = paths.find((each) => basename(each) === manifestName);
    if (manifest === undefined) throw new Error('a run leaves a manifest');
    return {
      addresses: await storeFiles(paths, store, keyOf),
      manifest: await digestOf(manifest),
    };
  });
}

/** Returns their s3:// addresses. @param keyOf the key of a file, by its name */
export async function storeFiles(
  paths: readonly string[],
  store: Pick<BucketWriter, 'writeFile'>,
  keyOf: (file: string) => string,
): Promise<readonly string[]> {
  const addresses: string[] = [];
  for (const path of paths) {
    addresses.push(await store.writeFile(keyOf(basename(path)), path));
  }
  return addresses;
}

/** The folder is gone afterwards. */
export async function inTemporaryFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(join(tmpdir(), 'srm-scan-'));
  try {
    return await work(path);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}
