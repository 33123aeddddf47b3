/**
 * The Lambda handler: the same scan, from an event, with its reports in S3. The deadline comes from the context, so a
 * scan that would run out of time still leaves a valid partial report.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from '../checks/index.ts';
import type { Report } from './report/model.ts';
import { tuneEngine } from './run/engine.ts';
import { parseEvent, readingTimeOf } from './run/lambda-event.ts';
import { exitCodeOf } from './run/outcome.ts';
import { parseFormats, writeReports } from './run/outputs/output.ts';
import { upload } from './run/outputs/s3.ts';
import { requestOf } from './run/request.ts';
import { scan } from './run/scan.ts';
import { liveSource } from './run/source.ts';

export type { LambdaEvent } from './run/lambda-event.ts';

/** The part of Lambda's context that is used. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

export interface LambdaResult {
  readonly account: string;
  readonly status: Report['scan']['status'];
  /** As the exit code of the command line: 0, 1 or 3. */
  readonly exitCode: 0 | 1 | 3;
  readonly summary: Report['summary'];
  readonly gaps: number;
  /** s3:// addresses of the reports. */
  readonly reports: readonly string[];
}

export async function handler(event: unknown, context: LambdaContext): Promise<LambdaResult> {
  tuneEngine();
  const options = parseEvent(event ?? {});
  const request = requestOf(checks, options);
  const formats = parseFormats(options.formats);
  const source = await liveSource({
    ...options,
    regions: request.selection.regions,
    deadline: readingTimeOf(context.getRemainingTimeInMillis()),
  });
  const folder = await mkdtemp(join(tmpdir(), 'srm-scan-'));
  try {
    const report = await scan(request, source);
    const paths = await writeReports(report, { to: 'folder', path: folder, reporters: formats });
    const { account, startedAt, status } = report.scan;
    const day = startedAt.slice(0, 10);
    const under = `${options.prefix}/account=${account.id}/dt=${day}/${report.scan.id}`;
    return {
      account: account.id,
      status,
      exitCode: exitCodeOf(report, options.failOn, options.allowUnknown),
      summary: report.summary,
      gaps: report.coverage.gaps.length,
      reports: await upload(paths, options.bucket, under),
    };
  } finally {
    source.close();
    await rm(folder, { recursive: true, force: true });
  }
}
