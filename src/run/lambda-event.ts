/** What an invocation of the Lambda function asks for, and how long it may read. */
import * as z from 'zod';
import { severities } from '../judge/terms.ts';
import { UserError } from '../text/user-error.ts';

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
  excludeChecks: names,
  excludeServices: names,
  excludeRegions: names,
  formats: names,
  settings: names,
  roleArn: z.string().optional(),
  externalId: z.string().optional(),
  sessionName: z.string().optional(),
  rate: z.number().min(0.1).max(1).default(0.5),
  failOn: z.enum([...severities, 'none']).default('high'),
  /** Gaps and unknown findings do not change the exit code of the answer. */
  allowUnknown: z.boolean().default(false),
});

/** The event as a caller writes it. */
export type LambdaEvent = z.input<typeof lambdaEvent>;

/** Milliseconds that are kept for judging, writing and sending the reports. */
const reserve = 30_000;
/** Milliseconds of reading at the least, so that even a late report says something. */
const leastReading = 1000;

/** Milliseconds that the reading may take, of those that the function has left. */
export function readingTimeOf(remaining: number): number {
  return Math.max(leastReading, remaining - reserve);
}

/** Throws a `UserError` that names the member that is wrong. */
export function parseEvent(event: unknown) {
  const parsed = lambdaEvent.safeParse(event);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') || 'the event';
    throw new UserError(`${place}: ${issue?.message ?? 'is not as expected'}`);
  }
  const { severity, roleArn, externalId, sessionName, ...rest } = parsed.data;
  if (roleArn === undefined && (externalId ?? sessionName) !== undefined) {
    const alone = externalId === undefined ? 'sessionName' : 'externalId';
    throw new UserError(`${alone}: it goes with a role; set roleArn too, or leave it out`);
  }
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
