/**
 * The Lambda handler: the same scan, from an event, with its reports in S3. The deadline comes from the context, so a
 * scan that would run out of time still leaves a valid partial report.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { checks } from '../checks/index.ts';
import { parseFormats, parseRegions } from './commands/options.ts';
import { exitCodeOf } from './commands/finish.ts';
import { cannotWrite, writeReports } from './run/outputs/folder.ts';
import { UserError } from './text/user-error.ts';
import { CannotIdentify, scan } from './run/scan.ts';
import { parseSettings, select } from './plan/selection.ts';
import { explainStart } from './aws/live/session.ts';
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
  const regions = parseRegions(options.regions);
  const formats = parseFormats(options.formats);
  const selected = select(checks, { ...options, severity: options.severity });
  const params = parseSettings(checks, options.settings);
  const source = await liveSource({
    ...options,
    regions,
    deadline: Math.max(1000, context.getRemainingTimeInMillis() - reserve),
  });
  const folder = await mkdtemp(join(tmpdir(), 'srm-scan-'));
  try {
    const { severity, frameworks } = selected;
    const { services } = options;
    const { settings } = options;
    const { checks: ids } = options;
    const selection = { checks: ids, services, frameworks, severity, regions, settings };
    const report = await scan({ checks: selected.checks, selection, params }, source);
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
  } catch (error) {
    if (error instanceof CannotIdentify) throw explainStart(error.message);
    throw error;
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
    severity,
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(sessionName === undefined ? {} : { sessionName }),
  };
}

/** With the function's own identity, not with the role that scans. This is the only write of the program. */
async function upload(paths: readonly string[], bucket: string, under: string): Promise<string[]> {
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
