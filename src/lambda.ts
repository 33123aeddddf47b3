/**
 * The Lambda handler: the same scan, from an event, with its reports in S3. The deadline comes from the context, so a
 * scan that would run out of time still leaves a valid partial report.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { checks } from '../checks/index.ts';
import { exitCodeOf } from './run/outcome.ts';
import { parseFormats, writeReports } from './run/outputs/output.ts';
import { UserError } from './text/user-error.ts';
import { scan } from './run/scan.ts';
import { requestOf } from './run/request.ts';
import { upload } from './run/outputs/s3.ts';
import { liveSource } from './run/source.ts';
import type { Report } from './report/model.ts';
import { severities } from './judge/terms.ts';

const names = z.array(z.string()).default([]);

const lambdaEvent = z.strictObject({
  /** Bucket of the reports; REPORT_BUCKET where the event does not say. */
  bucket: z.string().optional(),
  /** What the reports' keys begin with; REPORT_PREFIX, or `srm-scan`. */
  prefix: z.string().optional(),
  checks: names,
  services: names,
  frameworks: names,
  severity: z.string().optional(),
  regions: names,
  formats: names,
  settings: names,
  roleArn: z.string().optional(),
  externalId: z.string().optional(),
  sessionName: z.string().optional(),
  rate: z.number().min(0.1).max(1).default(0.5),
  failOn: z.enum([...severities, 'none']).default('high'),
});

export type LambdaEvent = z.input<typeof lambdaEvent>;

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

/** Milliseconds that are kept for judging, writing and sending the reports. */
const reserve = 30_000;

export async function handler(event: unknown, context: LambdaContext): Promise<LambdaResult> {
  const options = parseEvent(event ?? {});
  const request = requestOf(checks, options);
  const formats = parseFormats(options.formats);
  const source = await liveSource({
    ...options,
    regions: request.selection.regions,
    deadline: Math.max(1000, context.getRemainingTimeInMillis() - reserve),
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
      exitCode: exitCodeOf(report, options.failOn),
      summary: report.summary,
      gaps: report.coverage.gaps.length,
      reports: await upload(paths, options.bucket, under),
    };
  } finally {
    source.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function parseEvent(event: unknown) {
  const parsed = lambdaEvent.safeParse(event);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') || 'the event';
    throw new UserError(`${place}: ${issue?.message ?? 'is not as expected'}`);
  }
  const { severity, roleArn, externalId, sessionName, ...rest } = parsed.data;
  const bucket = rest.bucket ?? process.env['REPORT_BUCKET'];
  if (!bucket) throw new UserError('no bucket: set "bucket" in the event or REPORT_BUCKET');
  return {
    ...rest,
    bucket,
    prefix: rest.prefix ?? process.env['REPORT_PREFIX'] ?? 'srm-scan',
    severity: severity ?? null,
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(sessionName === undefined ? {} : { sessionName }),
  };
}
