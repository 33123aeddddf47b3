/** A report.json that was kept: what comparisons read of it, of version 1 and 2 of its schema. Nothing of it is trusted. */
import * as z from 'zod';
import { outcomes, severities } from '../judge/terms.ts';
import { shapeWords } from '../text/shape-words.ts';
import { UserError } from '../text/user-error.ts';
import { cutEnd } from '../text/wrap.ts';
import { type Part, partsOf } from './json-parts.ts';

const parameter = z.union([z.number(), z.boolean(), z.array(z.string()).readonly()]);
const count = z.number().int().nonnegative();

const scan = z.object({
  startedAt: z.iso.datetime(),
  status: z.enum(['complete', 'partial']),
  account: z.object({ id: z.string().regex(/^\d{12}$/), alias: z.string().nullable() }),
  regions: z.array(z.string()).readonly(),
  activity: z
    .object({
      leftOut: z
        .array(
          z.object({
            regions: z.array(z.string()).readonly(),
            checks: z.array(z.string()).readonly(),
          }),
        )
        .readonly(),
    })
    .optional(),
  selection: z.record(z.string(), z.unknown()),
  parameters: z
    .array(z.object({ check: z.string(), parameter: z.string(), value: parameter }))
    .readonly()
    .optional(),
});
/** A line of version 1 of the schema names one Region. */
const gap = z.object({
  service: z.string(),
  operation: z.string(),
  region: z.string(),
  regions: z.array(z.string()).readonly().optional(),
  reason: z.string(),
});
const coverage = z.object({ gaps: z.array(gap).readonly() });
const summary = z.object({
  byOutcome: z.record(z.enum(outcomes), count),
  bySeverity: z.record(z.enum(severities), count),
  score: z.object({ passed: count, of: count }),
  muted: z.record(z.enum(severities), count).optional(),
});
const tool = z.object({ version: z.string() });
const check = z.object({
  id: z.string(),
  title: z.string(),
  parameters: z.record(z.string(), parameter).optional(),
});
const call = z.object({ id: z.string(), sha256: z.string() });
const finding = z.object({
  id: z.string().min(1),
  check: z.string(),
  outcome: z.enum(outcomes),
  severity: z.enum(severities),
  region: z.string(),
  latent: z.literal(true).optional(),
  resource: z.object({ arn: z.string(), type: z.string(), name: z.string() }),
  reasons: z.array(z.string()),
  evidence: z.array(z.string()),
  muted: z.object({ reason: z.string(), owner: z.string(), until: z.string() }).optional(),
});

/** What is read of the parts of a report. A `ReportReader` has the same. */
export interface KeptHead {
  readonly tool: z.output<typeof tool>;
  readonly scan: z.output<typeof scan>;
  readonly coverage: z.output<typeof coverage>;
  readonly summary: z.output<typeof summary>;
}
export type KeptCheck = z.output<typeof check>;
export type KeptCall = z.output<typeof call>;
export interface KeptFinding extends Omit<
  z.output<typeof finding>,
  'reasons' | 'evidence' | 'latent' | 'muted'
> {
  readonly reasons: readonly string[];
  readonly evidence: readonly string[];
  readonly latent?: true | undefined;
  readonly muted?:
    | { readonly reason: string; readonly owner: string; readonly until: string }
    | undefined;
}

/** Told of each, in the order of the file. */
export interface Listener {
  check?(line: KeptCheck): void;
  call?(line: KeptCall): void;
  finding?(line: KeptFinding): void;
}

const schemas = ['srm-scan/report/1', 'srm-scan/report/2'];
const headMembers = ['schema', 'tool', 'scan', 'coverage', 'summary'];

/** Reads a report through. Throws a `UserError` that names the file and the line of what is not as a report has it. */
export async function readKeptReport(path: string, listener: Listener = {}): Promise<KeptHead> {
  const wantedLists = [
    ...(listener.check ? ['checks'] : []),
    ...(listener.call ? ['calls'] : []),
    ...(listener.finding ? ['findings'] : []),
  ];
  const wanted = new Set([...headMembers, ...wantedLists]);
  const isHeadAlone = wantedLists.length === 0;
  const lists = new Set<string>();
  const head = new Map<string, Part>();
  for await (const parts of partsOf(path, wanted, lists)) {
    for (const part of parts) {
      if (part.member === 'checks') listener.check?.(held(path, part, check));
      else if (part.member === 'calls') listener.call?.(held(path, part, call));
      else if (part.member === 'findings') listener.finding?.(held(path, part, finding));
      else head.set(part.member, part);
    }
    if (head.has('schema')) refuseOther(path, head.get('schema')?.value);
    if (isHeadAlone && headMembers.every((member) => head.has(member))) break;
  }
  refuseOther(path, head.get('schema')?.value);
  // Without it a report would seem to have found nothing.
  const missing = wantedLists.find((name) => !lists.has(name));
  if (missing !== undefined) {
    throw new UserError(`${path}: it has no list of ${missing}, so it is no whole report`);
  }
  return {
    tool: member(path, head, 'tool', tool),
    scan: member(path, head, 'scan', scan),
    coverage: member(path, head, 'coverage', coverage),
    summary: member(path, head, 'summary', summary),
  };
}

function refuseOther(path: string, schema: unknown): void {
  if (typeof schema === 'string' && schemas.includes(schema)) return;
  const what =
    typeof schema === 'string' && schema.startsWith('srm-scan/')
      ? `its schema is ${cutEnd(schema, 60)}; this srm-scan reads ${schemas.join(' and ')}`
      : 'it is no report.json of srm-scan';
  throw new UserError(`${path}: ${what}`);
}

function member<T>(
  path: string,
  head: ReadonlyMap<string, Part>,
  name: string,
  shape: z.ZodType<T>,
): T {
  const part = head.get(name);
  if (part === undefined) throw new UserError(`${path}: it has no ${name}, so it is no report`);
  return held(path, part, shape);
}

function held<T>(path: string, { member: name, value, line }: Part, shape: z.ZodType<T>): T {
  const read = shape.safeParse(value, { error: shapeWords });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = [name, ...(issue?.path ?? [])].map(String).join('.');
  throw new UserError(
    `${path}:${line}: ${cutEnd(at, 100)} is not as a report has it (${issue?.message ?? 'unknown'})`,
  );
}
