/** What an invocation of the Lambda function asks for, and how long it may read. */
import * as z from 'zod';
import { severities } from '../judge/terms.ts';
import { shapeWords } from '../text/shape-words.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { cutEnd } from '../text/wrap.ts';
import { eventOfEnvironment, type Member, variables } from './lambda-environment.ts';

const names = z.array(z.string()).optional();

const lambdaEvent = z.strictObject({
  /** Bucket of the reports. */
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'write the name of the bucket alone: my-reports')
    .optional(),
  /** Account that the bucket belongs to; that of the function where nothing is said. */
  bucketOwner: z
    .string()
    .regex(/^\d{12}$/, 'write the twelve digits of the account that owns the bucket')
    .optional(),
  /** What the reports' keys begin with; `srm-scan` where nothing is said. */
  prefix: z
    .string()
    .regex(/^[\w./=-]*$/, 'write letters, digits and - _ . = / only, such as audits/nightly')
    .optional(),
  checks: names,
  services: names,
  frameworks: names,
  severity: z.string().optional(),
  /** `active` leaves out lists of what AWS Config counts none of. */
  regions: z
    .union([z.array(z.string()), z.literal('active')], 'write a list of Regions, or "active"')
    .optional(),
  excludeChecks: names,
  excludeServices: names,
  excludeRegions: names,
  formats: names,
  settings: names,
  roleArn: z.string().optional(),
  externalId: z.string().optional(),
  sessionName: z.string().optional(),
  rate: z.number().min(0.1).max(1).optional(),
  failOn: z.enum([...severities, 'none']).optional(),
  /** Gaps and unknown findings do not change the exit code of the answer. */
  allowUnknown: z.boolean().optional(),
} satisfies Readonly<Record<Member, z.ZodType>>);

/** The event as a caller writes it. Each member goes before the environment variable of its name. */
export type LambdaEvent = z.input<typeof lambdaEvent>;

/** Milliseconds that are kept for judging, writing and sending the reports. */
const reserve = 30_000;
/** Milliseconds of reading below which a report would say nothing but that time ran out. */
const leastReading = 5000;

/**
 * Milliseconds that the reading may take, of those that the function has left. Throws a `UserError` where the reports
 * would not be ready before Lambda ends the function.
 */
export function readingTimeOf(remaining: number): number {
  const reading = remaining - reserve;
  if (reading >= leastReading) return reading;
  throw new UserError(
    `the function has ${seconds(remaining)} s left, and a scan needs ${seconds(reserve + leastReading)} s for a report: give it a timeout of 60 s at the least, 900 s for a large account`,
  );
}

function seconds(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds / 1000));
}

/**
 * What the scan is asked for: by the event, by the environment where the event says nothing. Throws a `UserError` that
 * names the member, or the variable, that is wrong.
 */
export function parseEvent(event: unknown) {
  const asked = {
    ...valid(eventOfEnvironment(), nameOfVariable),
    ...valid(ownEvent(event), (member) => member),
  };
  const { roleArn, externalId, sessionName } = asked;
  const lost = { externalId, sessionName };
  for (const [member, value] of Object.entries(lost)) {
    if (value !== undefined && roleArn === undefined) {
      throw new UserError(`${member} is for a role to assume, and there is no roleArn`);
    }
  }
  return optionsOf(asked);
}

/** What the environment alone asks for, whichever role is assumed for it. Throws a `UserError` that names the variable. */
export function parseEnvironment() {
  return optionsOf(valid(eventOfEnvironment(), nameOfVariable));
}

function optionsOf(asked: LambdaEvent) {
  const { bucket, bucketOwner, severity, roleArn, externalId, sessionName, prefix } = asked;
  if (bucket === undefined) {
    throw new UserError('no bucket: set "bucket" in the event or REPORT_BUCKET');
  }
  return {
    bucket,
    ...(bucketOwner === undefined ? {} : { bucketOwner }),
    prefix: withoutEmptyParts(prefix ?? 'srm-scan'),
    checks: asked.checks ?? [],
    services: asked.services ?? [],
    frameworks: asked.frameworks ?? [],
    severity: severity ?? null,
    ...regionsOf(asked.regions ?? []),
    excludeChecks: asked.excludeChecks ?? [],
    excludeServices: asked.excludeServices ?? [],
    excludeRegions: asked.excludeRegions ?? [],
    formats: asked.formats ?? [],
    settings: asked.settings ?? [],
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(sessionName === undefined ? {} : { sessionName }),
    rate: asked.rate ?? 0.5,
    failOn: asked.failOn ?? 'high',
    allowUnknown: asked.allowUnknown ?? false,
  };
}

function regionsOf(regions: readonly string[] | 'active') {
  return regions === 'active' ? { regions: [], activeRegions: true as const } : { regions };
}

const envelope = z.looseObject({ source: z.string(), 'detail-type': z.string() });

/** A rule of EventBridge, and EventBridge Scheduler where its schedule has no input. */
const schedulers = new Set(['aws.events', 'aws.scheduler']);

/**
 * The event without what EventBridge puts around it: the event of a schedule says nothing, so the environment decides.
 * Another event of EventBridge was not meant for a scan.
 */
function ownEvent(event: unknown): unknown {
  const parsed = envelope.safeParse(event);
  if (!parsed.success) return event ?? {};
  const { source, 'detail-type': kind } = parsed.data;
  if (schedulers.has(source) && kind === 'Scheduled Event') return {};
  throw new UserError(
    `the event is "${cutEnd(kind, 80)}" of ${cutEnd(source, 80)}; a scan begins with a schedule's event, or with one of its own`,
  );
}

function valid(event: unknown, nameOf: (member: string) => string): LambdaEvent {
  const parsed = lambdaEvent.safeParse(event, { error: shapeWords });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(variables);
    throw unknownName(
      'member of the event',
      issue.keys[0] ?? '',
      known,
      `Known: ${known.join(', ')}.`,
    );
  }
  const [member, ...inside] = issue?.path ?? [];
  const place =
    member === undefined ? 'the event' : [nameOf(String(member)), ...inside].map(String).join('.');
  throw new UserError(`${place}: ${issue?.message ?? 'is not as expected'}`);
}

function nameOfVariable(member: string): string {
  const found = Object.entries(variables).find(([name]) => name === member);
  return found?.[1].name ?? member;
}

/** `p/` as `p`: a key with an empty part would be a folder without a name. */
function withoutEmptyParts(prefix: string): string {
  const parts = prefix.split('/').filter((part) => part !== '');
  return parts.join('/');
}
